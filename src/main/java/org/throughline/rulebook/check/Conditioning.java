package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    private static final Pattern CHOICE = Pattern.compile("(?m)(^|[)\\s])or(\\s|\\()");

    private final ReadRule rule;
    private final @Nullable Expr about;
    private final boolean derives;
    private final Predicate<@Nullable Object> isSubject;
    private final List<?> memory;
    private final Function<Class<?>, List<Reasoning>> makers;
    private final List<Condition> done = new ArrayList<>();
    private List<Tuple> tuples = List.of(Tuple.EMPTY);

    Conditioning(
            ReadRule rule,
            @Nullable Expr about,
            boolean derives,
            Predicate<@Nullable Object> isSubject,
            List<?> memory,
            Function<Class<?>, List<Reasoning>> makers) {
        this.rule = rule;
        this.about = about;
        this.derives = derives;
        this.isSubject = isSubject;
        this.memory = memory;
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
        boolean goesOn = true;
        if (isChoice()) {
            done.add(new Condition(
                    Outcome.OPEN, "conditions joined by \"or\"", line(rule.from()), List.of(), List.of()));
            goesOn = false;
        }
        for (ReadPattern pattern : rule.patterns()) {
            if (goesOn && pattern.role() != Role.GATHERED) {
                goesOn = step(pattern);
            }
        }
        boolean failed = done.stream().anyMatch(it -> it.outcome() == Outcome.FAILS);
        return new Reasoning(rule.name(), rule.source().file(), done, !failed);
    }

    private boolean isChoice() {
        String text = rule.source().text().substring(rule.from(), rule.to());
        return CHOICE.matcher(text.replaceAll("(?s)\"[^\"\\n]*\"|/\\*.*?\\*/|//[^\\n]*|\\bthen\\b.*", ""))
                .find();
    }

    /** Whether anything is left to go on with. */
    private boolean step(ReadPattern pattern) {
        boolean nested = pattern.part() > 0
                && rule.patterns().stream()
                                .filter(other -> other.part() == pattern.part())
                                .count()
                        > 1;
        boolean inside = pattern.part() > 0 && pattern.role() == Role.FROM;
        if (pattern.role() == Role.SUMMARY || nested || inside || pattern.type() == null) {
            if (pattern.part() == 0 || pattern.role() == Role.NOT || pattern.role() == Role.EXISTS) {
                done.add(condition(Outcome.OPEN, pattern, List.of(), List.of()));
            }
            return true;
        }
        try {
            return pattern.role() == Role.NOT || pattern.role() == Role.EXISTS ? presence(pattern) : join(pattern);
        } catch (Values.Unclear unclear) { // it reads what a summary would have bound
            done.add(condition(Outcome.OPEN, pattern, List.of(), List.of()));
            return true;
        }
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
        Collection<?> facts = memory;
        if (pattern.role() == Role.FROM) {
            Object source = pattern.source() == null ? null : new Values(null, tuple.variables()).of(pattern.source());
            facts = source == null ? List.of() : source instanceof Collection<?> all ? all : List.of(source);
        }
        return facts.stream().filter(pattern.type()::isInstance).map(fact -> candidate(pattern, tuple, fact));
    }

    private Candidate candidate(ReadPattern pattern, Tuple tuple, Object fact) {
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

    private boolean isReached(Object fact, Map<String, Object> bound, Tuple tuple) {
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
