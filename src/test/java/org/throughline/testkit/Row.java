package org.throughline.testkit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** One row as a user writes it: the text of its cells by canonical column. A column without one is a blank cell. */
public final class Row {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(none|n/a|tbd|unknown|to be +confirmed|not applicable|redacted)\\s*", Pattern.CASE_INSENSITIVE);

    final Kind kind;
    final Map<String, String> cells = new LinkedHashMap<>();
    private final LocalDate asOf;

    Row(Kind kind, LocalDate asOf) {
        this.kind = kind;
        this.asOf = asOf;
    }

    /** Sets a cell as it stands in a file: enumerations in lower case, dates as ISO-8601, anything else as its text. */
    public Row with(String column, Object cell) {
        boolean choice = kind.attribute(column).choices() != null;
        cells.put(column, choice ? cell.toString().toLowerCase(Locale.ROOT) : cell.toString());
        return this;
    }

    /** The day so many days before the as-of date; negative for one after it. */
    public Row daysAgo(String column, long days) {
        return with(column, asOf.minusDays(days));
    }

    /** The cell says that nobody knows. */
    public Row unknown(String... columns) {
        return all("?", columns);
    }

    /** The cell says that there is none. */
    public Row none(String... columns) {
        return all("none", columns);
    }

    private Row all(String cell, String... columns) {
        for (String column : columns) {
            cells.put(kind.attribute(column).name(), cell);
        }
        return this;
    }

    public Row stage(Object stage) {
        return with("stage", stage);
    }

    public Row started(long daysAgo) {
        return daysAgo("started_on", daysAgo);
    }

    /** On a workflow, as use cases and frictions are. */
    public Row on(String workflow) {
        return with("workflow_id", workflow);
    }

    public Row on(String workflow, String step) {
        return on(workflow).with("step_id", step);
    }

    public Row team(String team) {
        return with("team_id", team);
    }

    public Row outcomeOwner(String person) {
        return with("outcome_owner_id", person);
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    Row copy(UnaryOperator<Map<String, String>> change) {
        Row copy = new Row(kind, asOf);
        copy.cells.putAll(change.apply(new LinkedHashMap<>(cells)));
        return copy;
    }

    /** Each word of its texts replaced; numbers, days, choices and what says that nobody knows stay. */
    Row marked(String replacement) {
        return copy(cells -> {
            cells.replaceAll((column, cell) ->
                    isText(kind.attribute(column)) && !TOKEN.matcher(cell).matches()
                            ? WORD.matcher(cell).replaceAll(replacement)
                            : cell);
            return cells;
        });
    }

    private static boolean isText(Attribute column) {
        return switch (column.type()) {
            case ID, TEXT, LIST, PERSON, TEAM, TEAMS -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return kind.singular() + cells;
    }
}
