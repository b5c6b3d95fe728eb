package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.findings.SubjectType;
import org.throughline.rulebook.Tables;

/**
 * {@code rules/advice/folding.csv}: from how many places on one unit takes up recommendations of one kind. What counts is how many
 * places there are in the unit, however they were folded below it: so one more finding never takes a fold apart.
 */
final class Folding {

    static final String FILE = "advice/folding.csv";

    private static final List<String> COLUMNS = List.of("kind", "unit", "from", "reason");

    private final Map<String, Integer> limits = new HashMap<>();

    Folding(String csv, Set<String> kinds, Faults faults) {
        int row = 1;
        for (Map<String, String> line : Tables.rows(FILE, csv, COLUMNS)) {
            row++;
            String kind = line.getOrDefault("kind", "").strip();
            if (!kind.isEmpty() && !kinds.contains(kind)) {
                String expected = "empty, for every kind, or one of " + String.join(", ", kinds);
                faults.add(FILE, row, "kind is \"" + kind + "\"", expected, "Correct the kind.");
            }
            SubjectType unit = faults.choice(FILE, row, line, "unit", SubjectType.class);
            BigDecimal from = faults.number(FILE, row, line, "from");
            if (unit != null && from != null) {
                limits.put(kind + ":" + unit, from.intValue());
            }
        }
        for (SubjectType unit : List.of(SubjectType.WORKFLOW, SubjectType.TEAM, SubjectType.ORGANISATION)) {
            if (!limits.containsKey(":" + unit)) {
                faults.add(
                        FILE,
                        null,
                        "no line says when the unit " + unit.word() + " takes up recommendations",
                        "a line with that unit and an empty kind",
                        "Add ," + unit.word() + ",3,\"why\".");
            }
        }
    }

    boolean folds(String kind, SubjectType unit, int places) {
        Integer own = limits.get(kind + ":" + unit);
        Integer limit = own == null ? limits.get(":" + unit) : own;
        return limit != null && places >= limit;
    }
}
