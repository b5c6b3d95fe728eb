package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Reasoning.Condition;
import org.throughline.findings.Reasoning.Outcome;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** One rule's conditions, tried in their order. */
final class Conditioning {

    private static final int MOST = 20_000;

    private final ReadRule rule;
    private final @Nullable Expr about;
    private final boolean derives;
    private final Predicate<@Nullable Object> isSubject;
    private final FactIndex memory;
    private final Matching matching;
    private final Function<Class<?>, List<Reasoning>> makers;
    private final List<Condition> done = new ArrayList<>();
    private List<Tuple> tuples = List.of(Tuple.EMPTY);

    Conditioning(
            ReadRule rule,
            @Nullable Expr about,
            boolean derives,
            Predicate<@Nullable Object> isSubject,
            FactIndex memory,
            Function<Class<?>, List<Reasoning>> makers) {
        this.rule = rule;
        this.about = about;
        this.derives = derives;
        this.isSubject = isSubject;
        this.memory = memory;
        this.matching = new Matching(memory, Seen.NOBODY);
        this.makers = makers;
    }

    /** A fact beside a tuple, with what it binds and how many of the tests it passes. */
    private record Candidate(
            Tuple tuple, Object fact, int passed, @Nullable ReadCondition failed, boolean open) {

        Values values() {
            return new Values(fact, tuple.variables());
        }
    }

    Reasoning reasoning() {
        step(rule.conditions());
        boolean failed = done.stream().anyMatch(it -> it.outcome() == Outcome.FAILS);
        return new Reasoning(rule.name(), rule.source().file(), done, !failed);
    }

    /** Whether anything is left to go on with. */
    private boolean step(Clause clause) {
        if (clause instanceof Clause.All all) {
            return all.parts().stream().allMatch(this::step);
        }
        try {
            return tried(clause);
        } catch (Values.Unclear unclear) { // what only the compiler understands
            done.add(condition(Outcome.OPEN, clause, List.of()));
            return true;
        }
    }

    private boolean tried(Clause clause) {
        if (clause instanceof Clause.Match it) {
            return join(it.pattern());
        }
        if (clause instanceof Clause.Summary it) {
            return summary(it);
        }
        if (clause instanceof Clause.Any it) {
            return choice(it);
        }
        List<ReadPattern> inside = clause.patterns().toList();
        boolean one = inside.size() == 1
                && inside.get(0).type() != null
                && inside.get(0).role() != Role.FROM;
        return one ? presence(inside.get(0)) : presence(clause);
    }

    /** Several conditions together, that must or must not be there. */
    private boolean presence(Clause clause) {
        List<Tuple> kept = meant().stream()
                .filter(tuple -> !matching.of(clause, tuple.variables()).isEmpty())
                .toList();
        String because = clause instanceof Clause.Present ? "there are none" : "there are such";
        return goOn(kept, clause, List.of(because));
    }

    private boolean choice(Clause.Any choice) {
        List<Tuple> kept = meant().stream()
                .flatMap(tuple -> matching.of(choice, tuple.variables()).stream()
                        .map(bound -> tuple.with(bound, choice, isReached(choice, bound, tuple))))
                .toList();
        return goOn(kept, choice, List.of("none of these holds"));
    }

    private boolean goOn(List<Tuple> kept, Clause clause, List<String> because) {
        if (kept.isEmpty()) {
            done.add(condition(Outcome.FAILS, clause, because));
            return false;
        }
        tuples = kept;
        done.add(condition(Outcome.HOLDS, clause, List.of()));
        return true;
    }

    /** The tuples with the subject, where it was reached already. */
    private List<Tuple> meant() {
        List<Tuple> reached = tuples.stream().filter(Tuple::reached).toList();
        return reached.isEmpty() ? tuples : reached;
    }

    /** All that match taken together: the result is worked out, and its own conditions are tried on that. */
    private boolean summary(Clause.Summary summary) {
        List<Candidate> all = new ArrayList<>();
        for (Tuple tuple : meant()) {
            Map<String, Object> results = matching.results(summary, tuple.variables());
            if (results != null) {
                Object self = results.remove(Summing.RESULT);
                all.add(candidate(summary.result(), tuple.with(results, summary, false), self));
            }
        }
        List<Tuple> kept = all.stream()
                .filter(it -> it.failed() == null)
                .map(Candidate::tuple)
                .toList();
        if (!kept.isEmpty()) {
            return goOn(kept, summary, List.of());
        }
        Candidate best =
                all.stream().max(Comparator.comparingInt(Candidate::passed)).orElse(null);
        int gathered = best == null
                ? 0
                : matching.of(summary.gathered(), best.tuple().variables()).size();
        done.add(condition(
                best == null ? Outcome.FAILS : Outcome.HOLDS,
                summary.gathered(),
                best == null ? List.of("there is nothing to summarise") : List.of()));
        if (best != null) {
            Expr expr = best.failed().expr();
            List<String> because = new ArrayList<>();
            because.add("it summarises " + org.throughline.facts.Numbers.count(gathered, "match|matches"));
            because.addAll(
                    new Distance(rule.source(), best.values(), best.tuple().limits()).of(expr));
            done.add(new Condition(Outcome.FAILS, text(expr), line(expr.from()), because, List.of()));
        }
        return false;
    }

    private boolean presence(ReadPattern pattern) {
        boolean wanted = pattern.role() == Role.EXISTS;
        List<Tuple> kept = new ArrayList<>();
        @Nullable Object there = null;
        for (Tuple tuple : tuples) {
            Object found = candidates(pattern, tuple)
                    .filter(it -> it.failed() == null)
                    .map(Candidate::fact)
                    .findFirst()
                    .orElse(null);
            there = found == null ? there : found;
            if (wanted == (found != null)) {
                kept.add(tuple);
            }
        }
        if (kept.isEmpty()) {
            List<String> because = wanted ? List.of("there is none") : List.of("there is one: " + Described.of(there));
            done.add(condition(Outcome.FAILS, pattern, because, wanted ? makers.apply(pattern.type()) : List.of()));
            return false;
        }
        tuples = kept;
        done.add(condition(Outcome.HOLDS, pattern, List.of(), List.of()));
        return true;
    }

    private boolean join(ReadPattern pattern) {
        List<Candidate> all = tuples.stream()
                .flatMap(tuple -> candidates(pattern, tuple))
                .limit(MOST)
                .toList();
        boolean reaching = reaches(pattern, all);
        List<Candidate> meant =
                reaching ? all.stream().filter(it -> it.tuple().reached()).toList() : all;
        List<Tuple> kept = meant.stream()
                .filter(it -> it.failed() == null)
                .map(Candidate::tuple)
                .toList();
        if (kept.isEmpty()) {
            failed(pattern, meant, reaching);
            return false;
        }
        tuples = kept;
        boolean open = meant.stream().anyMatch(Candidate::open);
        done.add(condition(open ? Outcome.OPEN : Outcome.HOLDS, pattern, List.of(), List.of()));
        return true;
    }

    /** Whether from this pattern on only tuples with the subject count. */
    private boolean reaches(ReadPattern pattern, List<Candidate> all) {
        if (tuples.stream().anyMatch(Tuple::reached)) {
            return true;
        }
        if (about == null) {
            return derives && all.stream().anyMatch(it -> it.tuple().reached());
        }
        return about.variables()
                .allMatch(variable -> variable.equals(pattern.binding())
                        || pattern.conditions().stream().anyMatch(it -> variable.equals(it.binding()))
                        || tuples.get(0).variables().containsKey(variable));
    }

    private void failed(ReadPattern pattern, List<Candidate> meant, boolean reaching) {
        Candidate best =
                meant.stream().max(Comparator.comparingInt(Candidate::passed)).orElse(null);
        if (best == null) {
            String none = "there is no " + pattern.typeName() + (reaching ? " about it" : "");
            done.add(condition(Outcome.FAILS, pattern, List.of(none), makers.apply(pattern.type())));
            return;
        }
        for (ReadCondition each : pattern.conditions()) {
            if (each == best.failed()) {
                break;
            }
            if (each.isTest()) {
                done.add(new Condition(
                        Outcome.HOLDS, text(each.expr()), line(each.expr().from()), List.of(), List.of()));
            }
        }
        Expr expr = best.failed().expr();
        List<String> because = new ArrayList<>(
                new Distance(rule.source(), best.values(), best.tuple().limits()).of(expr));
        boolean joins = isJoin(expr);
        if (joins) {
            because.add(0, "there is no " + pattern.typeName() + " with it");
        }
        done.add(new Condition(
                Outcome.FAILS,
                text(expr),
                line(expr.from()),
                because,
                joins ? makers.apply(pattern.type()) : List.of()));
    }

    private static boolean isJoin(Expr expr) {
        return expr instanceof Expr.Binary it
                && it.operator().equals("==")
                && it.variables().findAny().isPresent();
    }

    private Stream<Candidate> candidates(ReadPattern pattern, Tuple tuple) {
        Collection<?> facts = memory.of(pattern.type());
        if (pattern.role() == Role.FROM) {
            Object source = pattern.source() == null ? null : new Values(null, tuple.variables()).of(pattern.source());
            facts = source == null ? List.of() : source instanceof Collection<?> all ? all : List.of(source);
        }
        return facts.stream().filter(pattern.type()::isInstance).map(fact -> candidate(pattern, tuple, fact));
    }

    private Candidate candidate(ReadPattern pattern, Tuple tuple, @Nullable Object fact) {
        Map<String, Object> bound = new HashMap<>();
        if (pattern.binding() != null) {
            bound.put(pattern.binding(), fact);
        }
        for (ReadCondition each : pattern.conditions()) {
            if (each.binding() != null) {
                Map<String, Object> soFar = new HashMap<>(tuple.variables());
                soFar.putAll(bound);
                bind(each, new Values(fact, soFar), bound);
            }
        }
        Tuple with = tuple.with(bound, fact, isReached(fact, bound, tuple));
        int passed = 0;
        boolean open = false;
        for (ReadCondition each : pattern.conditions()) {
            if (each.isTest()) {
                try {
                    if (!new Values(fact, with.variables()).holds(each.expr())) {
                        return new Candidate(with, fact, passed, each, open);
                    }
                } catch (Values.Unclear unclear) {
                    open = true;
                }
                passed++;
            }
        }
        return new Candidate(with, fact, passed, null, open);
    }

    private static void bind(ReadCondition each, Values values, Map<String, Object> bound) {
        Expr expr = each.isTest() && each.expr() instanceof Expr.Binary it ? it.left() : each.expr();
        Expr of = each.isTest() && expr instanceof Expr.In it ? it.left() : expr;
        try {
            bound.put(each.binding(), values.of(of));
        } catch (Values.Unclear unclear) {
            // whatever reads it is unclear as well
        }
    }

    private boolean isReached(@Nullable Object fact, Map<String, Object> bound, Tuple tuple) {
        if (derives) {
            return isSubject.test(fact) || bound.values().stream().anyMatch(isSubject);
        }
        if (about == null) {
            return false;
        }
        Map<String, Object> all = new HashMap<>(tuple.variables());
        all.putAll(bound);
        try {
            return isSubject.test(new Values(fact, all).of(about));
        } catch (Values.Unclear notYet) {
            return false;
        }
    }

    private Condition condition(Outcome outcome, Clause clause, List<String> because) {
        String word = clause instanceof Clause.Absent ? "not " : clause instanceof Clause.Present ? "exists " : "";
        String text = rule.source().text().substring(clause.from(), clause.to());
        return new Condition(outcome, word + clean(text), line(clause.from()), because, List.of());
    }

    private Condition condition(Outcome outcome, ReadPattern pattern, List<String> because, List<Reasoning> deeper) {
        String word = pattern.role() == Role.NOT ? "not " : pattern.role() == Role.EXISTS ? "exists " : "";
        String text = rule.source().text().substring(pattern.from(), pattern.to());
        return new Condition(outcome, word + clean(text), line(pattern.from()), because, deeper);
    }

    private String text(Expr expr) {
        return clean(rule.source().text().substring(expr.from(), expr.to()));
    }

    private static String clean(String text) {
        return text.replaceAll("//[^\\n]*", "").replaceAll("\\s+", " ").strip();
    }

    private int line(int offset) {
        return rule.source().line(offset);
    }
}
