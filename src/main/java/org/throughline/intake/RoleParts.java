package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Sheet;

/** A wide matrix row by row: each cell that names a part becomes a row of its own, with that cell's row and column as its origin. */
final class RoleParts {

    private static final Attribute ROLE = Kind.RESPONSIBILITY.attribute("role");
    private static final Attribute ASSIGNMENT = Kind.RESPONSIBILITY.attribute("assignment");

    private final List<FeedColumn> columns = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final RoleColumns roles;
    private final ProblemList problems;

    /** @param roles positions of the columns whose headers are roles; none for a table that is no matrix */
    RoleParts(List<Integer> roles, RawTable table, Sheet sheet, IntakeOptions options, ProblemList problems) {
        this.problems = problems;
        this.roles = new RoleColumns(options.vocabulary());
        for (int column : roles) {
            String header = table.headers().get(column);
            names.add(name(table.columns(), column));
            Feed feed = new Feed(column, header, new Meaning(ASSIGNMENT, false, null), RoleColumns.HOW, null);
            columns.add(new FeedColumn(feed, options));
            Map<String, String> headers = new HashMap<>(sheet.headers());
            headers.put(ROLE.name(), header);
            headers.put(ASSIGNMENT.name(), header);
            sheets.add(new Sheet(sheet.file(), sheet.kind(), headers));
        }
    }

    /** A role is called by its own words, without the title above all roles, unless another role has the same. */
    private static String name(List<Header> headers, int column) {
        String name = headers.get(column).name();
        long alike =
                headers.stream().filter(header -> header.name().equals(name)).count();
        return alike == 1 ? name : headers.get(column).text();
    }

    boolean areNone() {
        return columns.isEmpty();
    }

    /** What a matrix may tell beside its columns. */
    static List<Attribute> attributes() {
        return List.of(
                ROLE,
                ASSIGNMENT,
                Kind.RESPONSIBILITY.attribute("workflow_id"),
                Kind.RESPONSIBILITY.attribute("step_id"));
    }

    /** The trimmed cells of the roles' columns. */
    @Nullable
    Object[] take(@Nullable Object[] cells) {
        return columns.stream()
                .map(column -> cells[column.feed.column()] instanceof String text ? Words.trim(text) : "")
                .toArray();
    }

    /** Their columns, in the order of the table. */
    List<FeedColumn> columns() {
        return columns;
    }

    /** A sheet for each column: the same file, and that column's header. */
    List<Sheet> sheets() {
        return sheets;
    }

    /** The rows that one row of the matrix is. */
    List<Draft> spread(Draft row, @Nullable Object[] cells) {
        List<Draft> drafts = new ArrayList<>();
        boolean idle = true;
        for (int i = 0; i < columns.size(); i++) {
            FeedColumn column = columns.get(i);
            String cell = cells[i] instanceof String text ? text : "";
            if (cell.isEmpty()) {
                column.account().passOver();
                continue;
            }
            idle = false;
            for (String part : roles.parts(cell)) {
                Object value = column.readPart(row.row, part);
                if (!(value instanceof Nothing)) {
                    drafts.add(draft(row, sheets.get(i), names.get(i), value));
                }
            }
        }
        if (idle) {
            reportIdle(row);
        }
        return drafts;
    }

    private static Draft draft(Draft row, Sheet sheet, String role, @Nullable Object assignment) {
        Draft draft = row.under(sheet);
        draft.set(ROLE, role);
        draft.set(ASSIGNMENT, java.util.Objects.requireNonNull(assignment));
        return draft;
    }

    private void reportIdle(Draft row) {
        problems.warning(
                row.sheet.file(),
                row.row,
                null,
                null,
                "No part of any role in this row.",
                "R, A, C or I in at least one of its cells.",
                "Nothing, if nobody has a part in it; else fill in who has.",
                null);
    }
}
