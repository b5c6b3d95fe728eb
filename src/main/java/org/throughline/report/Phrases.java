package org.throughline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Kind;
import org.throughline.facts.Numbers;
import org.throughline.facts.Problem;

/** Phrases that text, Markdown and HTML share, so that the same thing is said in the same words. */
final class Phrases {

    /** Said of what rests on assumptions. */
    static final String ASSUMED = "Rests in part on what was assumed where nothing is recorded.";

    private Phrases() {}

    /** Recommendations by id, for phrases that name others. */
    static Map<String, Recommendation> byId(Advice advice) {
        Map<String, Recommendation> byId = new HashMap<>();
        advice.recommendations().forEach(it -> byId.put(it.id(), it));
        return byId;
    }

    /** {@code numbers 2, 3 and 7}: the ranks of what must come first. */
    static String after(Recommendation it, Map<String, Recommendation> byId) {
        List<String> ranks = it.requires().stream()
                .filter(byId::containsKey)
                .map(id -> Words.number(byId.get(id).rank()))
                .toList();
        if (ranks.size() < 2) {
            return "number " + String.join("", ranks);
        }
        int last = ranks.size() - 1;
        return "numbers " + String.join(", ", ranks.subList(0, last)) + " and " + ranks.get(last);
    }

    /** {@code 120 h a month at stake · effort S, 2 days · confidence 80%}. */
    static String weight(Recommendation it, Map<String, Recommendation> byId) {
        String stake = stake(it, " h a month at stake", byId);
        return String.join(" · ", stake, effort(it), "confidence " + Words.percent(it.confidence()));
    }

    /** {@code 120 h a month, in part those of number 2}. */
    static String stake(Recommendation it, Map<String, Recommendation> byId) {
        return stake(it, " h a month", byId);
    }

    private static String stake(Recommendation it, String unit, Map<String, Recommendation> byId) {
        BigDecimal hours = it.priority().hoursPerMonth();
        return hours == null ? "not quantified" : Words.number(hours) + unit + shared(it, hours, byId);
    }

    /** Who adds up hours must know which of them are told twice. */
    private static String shared(Recommendation it, BigDecimal hours, Map<String, Recommendation> byId) {
        Comparator<Recommendation> byHours = Comparator.comparing(Phrases::hours);
        return it.priority().sameHours().stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .min(byHours.reversed().thenComparing(Recommendation::rank))
                .map(other -> hours(other).compareTo(hours) == 0
                        ? ", the same as number " + other.rank()
                        : ", in part those of number " + other.rank())
                .orElse("");
    }

    private static BigDecimal hours(Recommendation it) {
        BigDecimal hours = it.priority().hoursPerMonth();
        return hours == null ? BigDecimal.ZERO : hours;
    }

    static String effort(Recommendation it) {
        return "effort " + it.effort() + ", " + Numbers.count(it.priority().effortDays(), "day");
    }

    /** {@code 12 use cases, 3 workflows · 41 rules}. */
    static String read(Advice advice) {
        String facts = advice.factsCounts().entrySet().stream()
                .map(count -> counted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
        return "From " + facts + "; by " + Words.count(advice.rulesCount(), "rule");
    }

    /** {@code 12 use cases}, {@code 1 person}. */
    static String counted(long rows, String table) {
        Kind kind = Kind.ofTable(table);
        return Words.count(rows, Words.spaced((kind == null ? table : kind.singular()) + "|" + table));
    }

    /** {@code 2 errors, 1 warning}. */
    static String problems(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        List<String> parts = new ArrayList<>();
        if (errors > 0) {
            parts.add(Words.count(errors, "error"));
        }
        if (warnings > 0) {
            parts.add(Words.count(warnings, "warning"));
        }
        return String.join(", ", parts);
    }

    /** What there is to say where nothing is recommended. */
    static String nothingToDo(Advice advice) {
        return advice.notJudged().isEmpty()
                ? "No rule found anything to change in these facts."
                : "No rule found anything to change in what could be judged.";
    }

    /** {@code use_cases} as a label: {@code Use cases}. */
    static String capital(String name) {
        String spaced = Words.spaced(name);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
