package org.throughline.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Nearest;
import org.throughline.facts.Problem;
import org.throughline.findings.Threshold;

/** Reads {@code thresholds.csv}, and an organisation's own values over it. */
final class Thresholds {

    private static final List<String> COLUMNS = List.of("name", "value");
    private static final String TABLE = "A CSV table with the columns name and value.";
    private static final String ADD_LINES = "Add lines such as undecided-proof-days,45 below the header name,value.";

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
        Map<String, Threshold> result = new TreeMap<>(known);
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> rows = new HashMap<>();
        List<Tables.Row> lines = Tables.numbered(file, csv, COLUMNS, problems);
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add(problem(file, null, null, null, "There is no line below a header.", TABLE, ADD_LINES));
        }
        for (Tables.Row line : lines) {
            int before = problems.size();
            checkName(file, line, known, rows, problems);
            checkUnit(file, line, known.get(line.text("name")), problems);
            BigDecimal value = value(file, line, problems);
            if (value != null && problems.size() == before) {
                String name = line.text("name");
                Threshold shipped = known.get(name);
                result.put(name, new Threshold(name, value, unit(line, shipped), reason(line, shipped)));
            }
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.row() == null ? 0 : problem.row()));
            throw new RuleBookException(problems);
        }
        return result;
    }

    private static void checkName(
            String file,
            Tables.Row line,
            Map<String, Threshold> known,
            Map<String, Integer> rows,
            List<Problem> problems) {
        String name = line.text("name");
        Integer first = rows.putIfAbsent(name, line.row());
        if (first != null) {
            problems.add(problem(
                    file,
                    line.row(),
                    "name",
                    name,
                    "It has a line already, row " + first + ".",
                    "One line for each threshold.",
                    "Delete one of the two."));
        } else if (!known.isEmpty() && !known.containsKey(name)) {
            List<String> near = Nearest.to(name, known.keySet());
            problems.add(problem(
                    file,
                    line.row(),
                    "name",
                    name,
                    "No rule compares with a threshold of that name.",
                    "One of the " + known.size() + " names in the rules' thresholds.csv.",
                    near.isEmpty()
                            ? "Correct the name, or delete the line."
                            : "Did you mean " + String.join(" or ", near) + "?"));
        }
    }

    /** Two weeks are no two days: a value in another unit would be compared as if it were in the rules'. */
    private static void checkUnit(String file, Tables.Row line, @Nullable Threshold shipped, List<Problem> problems) {
        String unit = line.text("unit");
        if (shipped != null && !unit.isEmpty() && !unit.equals(shipped.unit())) {
            problems.add(problem(
                    file,
                    line.row(),
                    "unit",
                    unit,
                    "The rules compare in another unit.",
                    "The unit " + shipped.unit() + ", or an empty cell.",
                    "Write the value in " + shipped.unit() + "."));
        }
    }

    private static @Nullable BigDecimal value(String file, Tables.Row line, List<Problem> problems) {
        try {
            return new BigDecimal(line.text("value"));
        } catch (NumberFormatException e) {
            problems.add(problem(
                    file,
                    line.row(),
                    "value",
                    line.text("value"),
                    "It is not a number.",
                    "A number such as 30 or 0.5.",
                    "Write the number alone; its unit has a column of its own."));
            return null;
        }
    }

    private static Problem problem(
            String file,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String found,
            String expected,
            String fix) {
        return new Problem(Problem.Severity.ERROR, file, row, column, value, found, expected, fix, null);
    }

    private static String unit(Tables.Row line, @Nullable Threshold shipped) {
        String given = line.text("unit");
        return given.isEmpty() && shipped != null ? shipped.unit() : given;
    }

    private static String reason(Tables.Row line, @Nullable Threshold shipped) {
        String given = line.text("reason");
        return given.isEmpty() && shipped != null ? "The organisation's own value. " + shipped.reason() : given;
    }
}
