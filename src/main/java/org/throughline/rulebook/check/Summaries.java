package org.throughline.rulebook.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.safe.Allowed;

/** Reads what an accumulate makes of the facts that it gathers. */
final class Summaries {

    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final Flaws flaws;
    private final Imports imports;

    Summaries(Flaws flaws, Imports imports) {
        this.flaws = flaws;
        this.imports = imports;
    }

    /**
     * Binds the results.
     *
     * @param gathered the patterns in it
     * @param inner with what the gathered facts bind
     * @return the sort of the only function's result, or of anything
     */
    Sort read(AccumulateDescr given, List<ReadPattern> gathered, Scope inner, Scope outer) {
        int from = Math.max(given.getStartCharacter(), 0);
        int end = Math.max(given.getEndCharacter(), from + 1);
        if (given instanceof GroupByDescr || given.getInitCode() != null || given.getActionCode() != null) {
            flaws.error(
                    from,
                    end,
                    "an accumulate with code of its own",
                    "Use a function: count, collectList, amounts, ...");
            return Sort.ANY;
        }
        if (given.getFunctions().stream()
                        .flatMap(it -> of(it, gathered))
                        .distinct()
                        .count()
                > 1) {
            flaws.error(
                    from,
                    from + "accumulate".length(),
                    "two summaries of different facts in one accumulate: one of them would be of something else, in"
                            + " silence",
                    "Write an accumulate for each, or bind both values in one pattern.");
        }
        int at = given.getInput() == null ? from : given.getInput().getEndCharacter();
        Sort last = Sort.ANY;
        for (AccumulateFunctionCallDescr call : given.getFunctions()) {
            int found = find(call, at, end);
            last = call(call, found, end, inner);
            at = found + call.getFunction().length();
            if (call.getBind() != null) {
                outer.bind(call.getBind(), last);
            }
        }
        return given.getFunctions().size() == 1 ? last : Sort.OBJECT;
    }

    /** The pattern that binds what is summarised. */
    private static Stream<ReadPattern> of(AccumulateFunctionCallDescr call, List<ReadPattern> gathered) {
        List<String> variables = Arrays.asList(call.getParams());
        return gathered.stream()
                .filter(it -> variables.contains(it.binding())
                        || it.conditions().stream().anyMatch(each -> variables.contains(each.binding())));
    }

    private int find(AccumulateFunctionCallDescr call, int from, int end) {
        Matcher matcher = Pattern.compile("\\b" + Pattern.quote(call.getFunction()) + "\\s*\\(")
                .matcher(flaws.source().text());
        return matcher.find(from) && matcher.start() < end ? matcher.start() : from;
    }

    private Sort call(AccumulateFunctionCallDescr call, int at, int end, Scope inner) {
        String name = call.getFunction();
        Class<?> own = imports.function(name);
        if (own == null && !Allowed.SUMMARIES.contains(name)) {
            flaws.error(at, at + name.length(), "there is no summary \"" + name + "\"", hint(name));
            return Sort.ANY;
        }
        if (call.getParams().length != 1) {
            flaws.error(
                    at,
                    at + name.length(),
                    name + " is called with " + call.getParams().length + " arguments",
                    "It takes one variable: " + name + "( $x ).");
            return Sort.ANY;
        }
        String param = call.getParams()[0];
        int paramAt = flaws.source().text().indexOf(param, at + name.length());
        try {
            Expr expr = ExprParser.expression(flaws.source().text(), paramAt, Math.min(paramAt + param.length(), end));
            if (!(expr instanceof Expr.Name variable && variable.isVariable())) {
                flaws.error(
                        expr,
                        name + " takes a variable",
                        "Bind the value in the pattern, $x : ..., and write " + name + "( $x ).");
                return Sort.ANY;
            }
            Sort sort = new Typing(flaws, imports, inner, null).of(expr);
            if (sort.isFaulty()) {
                return sort;
            }
            return own == null ? plain(name, sort) : result(own);
        } catch (Misread misread) {
            flaws.error(misread);
            return Sort.ANY;
        }
    }

    /** What they are called elsewhere. */
    private static final Map<String, String> MEANT = Map.of(
            "total", "sum",
            "avg", "average",
            "mean", "average",
            "number", "count",
            "maximum", "max",
            "minimum", "min",
            "list", "collectList",
            "set", "collectSet");

    private static String hint(String name) {
        Set<String> names = new TreeSet<>(Allowed.SUMMARIES);
        Shelf.names(Allowed.FUNCTIONS).stream()
                .filter(type -> type.endsWith("Function"))
                .map(type -> type.substring(0, type.length() - "Function".length()))
                .map(type -> Character.toLowerCase(type.charAt(0)) + type.substring(1))
                .forEach(names::add);
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String meant = MEANT.get(name.toLowerCase(java.util.Locale.ROOT));
        if (meant != null) {
            return "Did you mean " + meant + "?";
        }
        return names.contains(name)
                ? "Add at the top: import accumulate " + Allowed.FUNCTIONS + "." + capital + "Function " + name
                : Near.hint(name, names);
    }

    private static Sort plain(String name, Sort of) {
        return switch (name) {
            case "count" -> Sort.of(Long.class);
            case "collectList" -> new Sort(List.class, of.type(), false);
            case "collectSet" -> new Sort(Set.class, of.type(), false);
            case "min", "max" -> of;
            default -> Sort.of(Number.class);
        };
    }

    private static Sort result(Class<?> function) {
        try {
            AccumulateFunction<?> made =
                    (AccumulateFunction<?>) function.getConstructor().newInstance();
            return Sort.of(made.getResultType());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a function of this program: " + function, e);
        }
    }

    /**
     * In the condition of a summary an outer variable may not stand first: the compiled rule then compares something else, in silence.
     *
     * @param own the variables that are bound to its results
     */
    static void checkOrder(Expr condition, Set<String> own, Flaws flaws) {
        condition.all().forEach(part -> {
            if (part instanceof Expr.Binary it
                    && COMPARISONS.contains(it.operator())
                    && !it.left().variables().allMatch(own::contains)) {
                flaws.error(
                        it.left(),
                        "a variable from outside stands first in the condition of a summary: the answer would be"
                                + " wrong, in silence",
                        "Write the summary's own result first, or compare in a pattern of its own below.");
            }
        });
    }

    /** The variables that its results are bound to. */
    static Set<String> bound(AccumulateDescr given) {
        return given.getFunctions().stream()
                .map(AccumulateFunctionCallDescr::getBind)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
