package org.throughline.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import org.throughline.findings.Diagnostic;
import org.throughline.history.Population;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.Tables;

/** Checks the tables beside the rules by which an organisation is followed over time: all that is wrong in them, at once. */
final class FollowingTables {

    private static final String HEALTH = "health.csv";
    private static final String FOLLOWING = "advice/following.csv";
    private static final String FOLLOW_THROUGH = "advice/follow-through.csv";
    private static final String MOVEMENT = "advice/movement.csv";
    private static final String WAYS = "advice/decision-outcomes.csv";
    private static final String REASONS = "advice/decline-reasons.csv";
    private static final String EFFORTS = "effort.csv";

    private static final Set<String> NUMBERS = new TreeSet<>(
            List.of("same-name-share", "candidates-shown", "conversion-window", "conversion-cohort", "paper-watch"));
    private static final List<String> SIGNS = List.of("flow", "adoption");
    private static final List<String> MOVES = List.of("flow", "adoption", "either", "nothing");

    private final RuleFiles files;
    private final List<Problem> problems = new ArrayList<>();

    private FollowingTables(RuleFiles files) {
        this.files = files;
    }

    static List<Problem> problems(RuleFiles files, List<Diagnostic> diagnostics) {
        FollowingTables tables = new FollowingTables(files);
        tables.health(diagnostics.stream().map(Diagnostic::id).collect(Collectors.toCollection(TreeSet::new)));
        tables.numbers();
        tables.kinds();
        tables.movement();
        tables.words(WAYS, "kind", choices("decisions", "kind"), "title", "needs");
        tables.words(REASONS, "reason", List.of(), "words");
        return tables.problems;
    }

    private void health(Set<String> diagnostics) {
        List<String> populations =
                Stream.of(Population.values()).map(Population::word).toList();
        each(HEALTH, "diagnostic", diagnostics, List.of("diagnostic", "of", "weight"), (row, line) -> {
            choice(HEALTH, row, "of", cell(line, "of"), populations);
            if (!isNumber(cell(line, "weight"))) {
                wrong(
                        HEALTH,
                        row,
                        "weight",
                        cell(line, "weight"),
                        "a number from 0 on",
                        "Write 1, or 0 to leave it out.");
            }
        });
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void numbers() {
        Set<String> seen = each(FOLLOWING, "name", NUMBERS, List.of("name", "value"), (row, line) -> {
            if (!cell(line, "value").matches("[1-9][0-9]{0,8}")) {
                wrong(FOLLOWING, row, "value", cell(line, "value"), "a whole number of 1 or more", "Correct it.");
            }
        });
        complete(FOLLOWING, NUMBERS, seen);
    }

    private void kinds() {
        Set<String> kinds = new TreeSet<>();
        rows(EFFORTS, List.of("kind")).forEach(line -> kinds.add(cell(line, "kind")));
        Set<String> seen = each(FOLLOW_THROUGH, "kind", kinds, List.of("kind", "moves", "decides"), (row, line) -> {
            choice(FOLLOW_THROUGH, row, "moves", cell(line, "moves"), MOVES);
            choice(FOLLOW_THROUGH, row, "decides", cell(line, "decides"), List.of("", "yes"));
        });
        complete(FOLLOW_THROUGH, kinds, seen);
    }

    private void movement() {
        Set<String> columns = Stream.of(Kind.values())
                .flatMap(kind -> kind.attributes().stream())
                .map(Attribute::qualifiedName)
                .collect(Collectors.toCollection(TreeSet::new));
        each(
                MOVEMENT,
                "column",
                columns,
                List.of("column", "shows"),
                (row, line) -> choice(MOVEMENT, row, "shows", cell(line, "shows"), SIGNS));
    }

    /** A table of words, none of which may be missing. */
    private void words(String table, String key, Collection<String> keys, String... texts) {
        List<String> columns = new ArrayList<>(List.of(key));
        columns.addAll(List.of(texts));
        each(table, key, keys, columns, (row, line) -> {
            for (String column : texts) {
                if (cell(line, column).isEmpty()) {
                    wrong(table, row, column, "", "what people read", "Write it.");
                }
            }
        });
    }

    private static List<String> choices(String table, String column) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.table().equals(table))
                .flatMap(kind -> kind.attributes().stream())
                .filter(attribute -> attribute.name().equals(column) && attribute.choices() != null)
                .flatMap(attribute -> Stream.of(attribute.choices().getEnumConstants()))
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private interface Check {
        void line(int row, Map<String, String> line);
    }

    /**
     * @param keys what the key may be; empty for any text
     * @return the keys that are there
     */
    private Set<String> each(String table, String key, Collection<String> keys, List<String> columns, Check check) {
        Set<String> seen = new HashSet<>();
        int row = 1;
        for (Map<String, String> line : rows(table, columns)) {
            row++;
            String name = cell(line, key);
            if (name.isEmpty()) {
                wrong(table, row, key, name, "a word of its own for each row", "Write one, or remove the row.");
            } else if (!seen.add(name)) {
                wrong(table, row, key, name, "each once, and there is a row of it above", "Remove one of the two.");
            } else if (!keys.isEmpty()) {
                choice(table, row, key, name, keys);
            }
            check.line(row, line);
        }
        return seen;
    }

    private List<Map<String, String>> rows(String table, List<String> columns) {
        String text = files.text(table);
        if (text == null) {
            problems.add(RuleBookException.problem(
                    table,
                    null,
                    "no such file",
                    "a CSV table with the columns " + String.join(", ", columns),
                    "Put it back: the shipped rules have it."));
            return List.of();
        }
        try {
            return Tables.rows(table, text, columns);
        } catch (RuleBookException e) {
            problems.addAll(e.problems());
            return List.of();
        }
    }

    private void complete(String table, Collection<String> needed, Set<String> seen) {
        if (seen.isEmpty()) {
            return; // the table itself is missing or faulty, which is said
        }
        for (String name : needed) {
            if (!seen.contains(name)) {
                problems.add(RuleBookException.problem(
                        table, null, "no row " + name, "a row for it", "Put it back: the shipped rules have it."));
            }
        }
    }

    private void choice(String table, int row, String column, String found, Collection<String> choices) {
        if (!choices.contains(found)) {
            wrong(table, row, column, found, expected(found, choices), "Correct the word.");
        }
    }

    /** Of columns, those of the same table, if there are. */
    private static String expected(String found, Collection<String> choices) {
        String table = found.replaceFirst("[.].*", ".");
        List<String> near =
                choices.stream().filter(word -> word.startsWith(table)).toList();
        List<String> words = near.isEmpty() || !table.endsWith(".") ? List.copyOf(choices) : near;
        String all =
                String.join(", ", words.stream().filter(word -> !word.isEmpty()).toList());
        return (choices.contains("") ? "empty, or " : "one of ") + all;
    }

    private void wrong(String table, int row, String column, String found, String expected, String fix) {
        problems.add(RuleBookException.problem(table, row, column + " is \"" + found + "\"", expected, fix));
    }

    private static String cell(Map<String, String> line, String column) {
        return line.getOrDefault(column, "").strip();
    }
}
