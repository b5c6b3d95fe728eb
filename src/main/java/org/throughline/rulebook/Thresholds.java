package org.throughline.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.facts.Problem;
import org.throughline.findings.Threshold;

/** Reads {@code thresholds.csv}, and an organisation's own values over it. */
final class Thresholds {

    private static final String EXPECTED = "columns name, value, unit and reason";

    private Thresholds() {}

    /**
     * The thresholds by name.
     *
     * @throws RuleBookException with every faulty line
     */
    static List<Threshold> parse(String file, String csv) {
        return List.copyOf(read(file, csv, new TreeMap<>()).values());
    }

    /**
     * The rules' thresholds with an organisation's values in their place. A file may leave out units and reasons.
     *
     * @throws RuleBookException with every faulty line, and every name that no rule knows
     */
    static List<Threshold> override(List<Threshold> shipped, String file, String csv) {
        Map<String, Threshold> known = new TreeMap<>();
        shipped.forEach(threshold -> known.put(threshold.name(), threshold));
        return List.copyOf(read(file, csv, known).values());
    }

    private static Map<String, Threshold> read(String file, String csv, Map<String, Threshold> known) {
        boolean overriding = !known.isEmpty();
        Map<String, Threshold> result = new TreeMap<>(known);
        List<Problem> problems = new ArrayList<>();
        int row = 1;
        for (Map<String, String> line : Tables.rows(file, csv, List.of("name", "value"))) {
            row++;
            String name = line.getOrDefault("name", "").strip();
            if (overriding && !known.containsKey(name)) {
                problems.add(RuleBookException.problem(
                        file,
                        row,
                        "no rule compares with a threshold called \"" + name + "\"",
                        "one of " + String.join(", ", known.keySet()),
                        "Correct the name, or delete the line."));
                continue;
            }
            try {
                BigDecimal value = new BigDecimal(line.getOrDefault("value", "").strip());
                Threshold before = known.get(name);
                result.put(name, new Threshold(name, value, word(line, "unit", before), reason(line, before)));
            } catch (NumberFormatException e) {
                problems.add(RuleBookException.problem(
                        file,
                        row,
                        "\"" + line.get("value") + "\" is no number",
                        EXPECTED + "; the value a number such as 30 or 0.5",
                        "Write the value as a number, the unit in its own column."));
            }
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return result;
    }

    private static String word(
            Map<String, String> line, String column, @org.jspecify.annotations.Nullable Threshold before) {
        String given = line.getOrDefault(column, "").strip();
        return given.isEmpty() && before != null ? before.unit() : given;
    }

    private static String reason(Map<String, String> line, @org.jspecify.annotations.Nullable Threshold before) {
        String given = line.getOrDefault("reason", "").strip();
        return given.isEmpty() && before != null ? "The organisation's own value. " + before.reason() : given;
    }
}
