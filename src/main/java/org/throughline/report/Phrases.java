package org.throughline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;

/** Phrases that text, Markdown and HTML share, so that the same thing is said in the same words. */
final class Phrases {

    /** Said of what rests on assumptions. */
    static final String ASSUMED = "Rests in part on what was assumed where nothing is recorded.";

    private Phrases() {}

    static Map<String, Integer> of(Advice advice) {
        Map<String, Integer> ranks = new HashMap<>();
        advice.recommendations().forEach(it -> ranks.put(it.id(), it.rank()));
        return ranks;
    }

    /** {@code number 2 and number 3}: the ranks of what must come first. */
    static String after(Recommendation it, Map<String, Integer> ranks) {
        return it.requires().stream()
                .map(id -> ranks.containsKey(id) ? "number " + ranks.get(id) : id)
                .collect(Collectors.joining(" and "));
    }

    /** {@code 120 h a month at stake · effort S, 2 days · confidence 80%}. */
    static String weight(Recommendation it) {
        return String.join(" · ", atStake(it), effort(it), "confidence " + Words.percent(it.confidence()));
    }

    static String stake(Recommendation it) {
        BigDecimal hours = it.priority().hoursPerMonth();
        return hours == null ? "not quantified" : Words.number(hours) + " h a month";
    }

    private static String atStake(Recommendation it) {
        return stake(it) + (it.priority().hoursPerMonth() == null ? "" : " at stake");
    }

    static String effort(Recommendation it) {
        BigDecimal days = it.priority().effortDays();
        String unit = days.compareTo(BigDecimal.ONE) == 0 ? " day" : " days";
        return "effort " + it.effort() + ", " + Words.number(days) + unit;
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
        return Words.count(rows, Words.spaced(kind == null ? table : kind.singular()), Words.spaced(table));
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

    /** {@code use_cases} as a label: {@code Use cases}. */
    static String capital(String name) {
        String spaced = Words.spaced(name);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
