package org.throughline.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.throughline.app.Rules;
import org.throughline.facts.Problem;
import org.throughline.history.DecisionCard.Way;
import org.throughline.history.Figures.Measures;
import org.throughline.history.FollowThrough.Expectations;
import org.throughline.history.Identity;
import org.throughline.history.Population;
import org.throughline.history.ScaleHealth.Weight;

/** The tables beside the rules that say how an organisation is followed over time. */
final class Rulings {

    private static final String REASONS = "advice/decline-reasons.csv";
    private static final String FOLLOWING = "advice/following.csv";
    private static final String FOLLOW_THROUGH = "advice/follow-through.csv";
    private static final String MOVEMENT = "advice/movement.csv";
    private static final String WAYS = "advice/decision-outcomes.csv";
    private static final String HEALTH = "health.csv";

    private final Rules rules;

    Rulings(Rules rules) {
        this.rules = rules;
    }

    List<String> reasons() {
        return rules.column(REASONS, "reason");
    }

    List<Way> ways() {
        return rules.table(WAYS, "kind", "title", "needs").stream()
                .map(row -> new Way(row.get("kind"), row.get("title"), row.get("needs")))
                .toList();
    }

    Expectations expectations() {
        return new Expectations(pairs(FOLLOW_THROUGH, "kind", "moves"), pairs(MOVEMENT, "column", "shows"));
    }

    private Map<String, String> pairs(String table, String key, String value) {
        Map<String, String> pairs = new HashMap<>();
        rules.table(table, key, value).forEach(row -> pairs.put(row.get(key), row.get(value)));
        return pairs;
    }

    Identity.Settings identity() {
        Map<String, Integer> numbers = numbers();
        return new Identity.Settings(
                new HashSet<>(rules.column("stopwords.csv", "value")),
                number(numbers, "same-name-share"),
                number(numbers, "candidates-shown"));
    }

    Measures measures() {
        Map<String, Integer> numbers = numbers();
        return new Measures(
                weights(), number(numbers, "conversion-window"), number(numbers, "conversion-cohort"), deciding());
    }

    /** Days for which what was fixed on paper is watched. */
    int paperWatch() {
        return number(numbers(), "paper-watch");
    }

    private Set<String> deciding() {
        Set<String> kinds = new HashSet<>();
        rules.table(FOLLOW_THROUGH, "kind", "decides").forEach(row -> {
            if (row.getOrDefault("decides", "").equals("yes")) {
                kinds.add(row.get("kind"));
            }
        });
        return kinds;
    }

    private Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        each(FOLLOWING, List.of("name", "value"), "value", "A whole number of 1 or more.", row -> {
            int value = Integer.parseInt(row.get("value"));
            return value < 1 ? null : numbers.put(row.get("name"), value) == null;
        });
        return numbers;
    }

    private static int number(Map<String, Integer> numbers, String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    FOLLOWING, "There is no row " + name + ".", "A row of that name.", "Put it back.")));
        }
        return number;
    }

    private List<Weight> weights() {
        List<Weight> weights = new ArrayList<>();
        String expected = "A population (" + populations() + ") and a weight of 0 or more.";
        each(HEALTH, List.of("diagnostic", "of", "weight"), "weight", expected, row -> {
            Population of = Population.valueOf(row.get("of").toUpperCase(Locale.ROOT));
            BigDecimal weight = new BigDecimal(row.get("weight"));
            return weight.signum() < 0 ? null : weights.add(new Weight(row.get("diagnostic"), of, weight));
        });
        return weights;
    }

    private static String populations() {
        return String.join(
                ", ",
                java.util.Arrays.stream(Population.values())
                        .map(Population::word)
                        .toList());
    }

    /** @param take gives null, or throws IllegalArgumentException, where a row cannot be taken */
    private void each(
            String table,
            List<String> columns,
            String column,
            String expected,
            Function<Map<String, String>, Object> take) {
        List<Problem> problems = new ArrayList<>();
        for (Map<String, String> row : rules.table(table, columns.toArray(String[]::new))) {
            if (!isTaken(row, take)) {
                problems.add(new Problem(
                        Problem.Severity.ERROR,
                        table,
                        null,
                        column,
                        String.join(",", row.values()),
                        "",
                        expected,
                        "Correct the row.",
                        null));
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.wrong(problems);
        }
    }

    private static boolean isTaken(Map<String, String> row, Function<Map<String, String>, Object> take) {
        try {
            return take.apply(row) != null;
        } catch (IllegalArgumentException | NullPointerException wrong) {
            return false;
        }
    }
}
