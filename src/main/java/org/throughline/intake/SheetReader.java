package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Sheet;

/** One table of raw cells to drafts of facts, cell by cell as its columns' types say. */
final class SheetReader {

    private static final Attribute USE_CASE_ID = Kind.USE_CASE.attribute("id");
    private static final Attribute USE_CASE_NAME = Kind.USE_CASE.attribute("name");
    private static final Set<String> BY_ROLE = Set.of("workflow_id", "role", "assignment");

    private final IntakeOptions options;
    private final Neighbours neighbours;
    private final ProblemList problems;

    SheetReader(IntakeOptions options, Neighbours neighbours, ProblemList problems) {
        this.options = options;
        this.neighbours = neighbours;
        this.problems = problems;
    }

    /** The drafts, or null where nobody can tell what the rows are. */
    @Nullable
    SheetDrafts read(RawTable table) throws IOException {
        Mapping made = new MappingChoice(options).of(table);
        if (made != null) {
            return byMapping(table, made);
        }
        List<String> data = table.kind() == null ? new MissingHeader(options.vocabulary()).shownBy(table) : List.of();
        if (!data.isEmpty()) {
            reportMissingHeader(table, data);
            return null;
        }
        KindFinder.Recognised recognised = table.kind() == null
                ? new KindFinder(options.vocabulary()).find(table.file(), table.columns())
                : new KindFinder.Recognised(table.kind(), KindFinder.BY_NAME);
        boolean named = recognised.why().equals(KindFinder.BY_NAME);
        boolean mayBeMatrix = !named || recognised.kind() == Kind.RESPONSIBILITY;
        List<Integer> roles = mayBeMatrix ? new RoleColumns(options.vocabulary()).in(table, named) : List.of();
        if (recognised.kind() == null && roles.isEmpty()) {
            reportUnrecognised(table, recognised.why());
            return null;
        }
        return roles.isEmpty() ? byHeaders(table, recognised) : matrix(table, recognised, roles);
    }

    private SheetDrafts byMapping(RawTable table, Mapping made) throws IOException {
        SheetMapping mapping = made.of(table.columns());
        List<Integer> roles = made.rolesIn(table.columns());
        reportMapping(table, mapping, made.constants().keySet(), roles);
        SheetReader reader = new SheetReader(
                options.withVocabulary(options.vocabulary().with(made.vocabulary())), neighbours, problems);
        String title = made.title().equals(made.name()) ? "" : " (" + made.title() + ")";
        return reader.fill(table, "the mapping " + made.name() + title, mapping, roles, made);
    }

    private SheetDrafts byHeaders(RawTable table, KindFinder.Recognised recognised) throws IOException {
        SheetMapping byHeader = SheetMapping.of(recognised.kind(), table.columns(), options.vocabulary());
        SheetMapping mapping = new ByValues(options.vocabulary(), neighbours).complete(byHeader, table);
        reportMapping(table, mapping, Set.of(), List.of());
        return fill(table, recognised.why(), mapping, List.of(), null);
    }

    /** Whatever the header of a role would mean elsewhere, here it is a role. */
    private SheetDrafts matrix(RawTable table, KindFinder.Recognised recognised, List<Integer> roles)
            throws IOException {
        List<Header> columns = new ArrayList<>(table.columns());
        roles.forEach(column -> columns.set(column, new Header("", "", null)));
        SheetMapping all = SheetMapping.of(Kind.RESPONSIBILITY, columns, options.vocabulary());
        List<Feed> feeds = all.feeds().stream()
                .filter(feed -> !feed.meaning().name().equals("role"))
                .toList();
        SheetMapping mapping = new SheetMapping(Kind.RESPONSIBILITY, feeds, all.doubts(), List.of());
        reportMapping(table, mapping, Set.of(), roles);
        String why = recognised.kind() == Kind.RESPONSIBILITY
                ? recognised.why()
                : "its cells (R, A, C, I), a matrix of roles";
        return fill(table, why, mapping, roles, null);
    }

    private SheetDrafts fill(
            RawTable table, String recognisedBy, SheetMapping mapping, List<Integer> roles, @Nullable Mapping made)
            throws IOException {
        Sheet sheet = new Sheet(table.file(), mapping.kind(), mapping.headers());
        List<FeedColumn> columns = mapping.feeds().stream()
                .map(feed -> new FeedColumn(feed, options))
                .toList();
        RoleParts parts = new RoleParts(roles, table, sheet, options, problems);
        RowDrafts rows = new RowDrafts(
                sheet,
                columns,
                parts,
                made == null ? Set.of() : made.constants().keySet());
        boolean[] ended = new boolean[1];
        table.forEach((row, cells) -> {
            if (isTotal(cells)) {
                ended[0] = true;
                reportLeftAside(
                        table, row, "A row that sums up others", "it is a total; else give it another id or name");
            } else if (ended[0] && isNote(cells)) {
                reportLeftAside(table, row, "A note below the table", "it is a note; else fill in its other cells");
            } else {
                ended[0] = false;
                rows.take(row, cells);
            }
        });
        List<Draft> drafts = rows.settled();
        Stream.concat(columns.stream(), parts.columns().stream())
                .forEach(column -> column.account().report(table.file(), problems));
        if (made != null) {
            made.constants().forEach((attribute, text) -> fillIn(drafts, attribute, text));
        }
        return new SheetDrafts(sheet, recognisedBy, table, rows.count(), drafts, columns, parts, mapping, made);
    }

    /** A row that sums up others: it starts with a word for that, and most of its cells are empty. */
    private boolean isTotal(@Nullable Object[] cells) {
        for (Object cell : cells) {
            if (cell instanceof String text && !text.isBlank()) {
                return options.vocabulary().isTotal(Words.trim(text)) && isMostlyEmpty(cells);
            }
        }
        return false;
    }

    private static boolean isMostlyEmpty(@Nullable Object[] cells) {
        return filled(cells) * 2 <= cells.length;
    }

    /** What stands alone in its row, below the totals of a table: where the figures come from, who exported them. */
    private static boolean isNote(@Nullable Object[] cells) {
        return cells.length > 2 && filled(cells) == 1;
    }

    private static int filled(@Nullable Object[] cells) {
        int filled = 0;
        for (Object cell : cells) {
            filled += cell instanceof String text && !text.isBlank() ? 1 : 0;
        }
        return filled;
    }

    private void reportLeftAside(RawTable table, int row, String what, String unless) {
        problems.warning(
                table.file(),
                row,
                null,
                null,
                what + "; it was left aside.",
                "A row for each fact.",
                "Nothing, if " + unless + ".",
                null);
    }

    /** What a mapping says for all rows, where a row does not say it itself. */
    private void fillIn(List<Draft> drafts, Attribute attribute, String text) {
        Feed feed = new Feed(0, attribute.name(), new Meaning(attribute, false, null), "", null);
        FeedColumn column = new FeedColumn(feed, options);
        Object cell = column.take(1, text);
        column.settle();
        Object value = column.read(1, cell);
        for (Draft draft : drafts) {
            if (draft.get(attribute) == null && value != null) {
                draft.set(attribute, value);
            }
        }
    }

    private void reportMissingHeader(RawTable table, List<String> data) {
        problems.error(
                table.file(),
                null,
                null,
                null,
                "No header: the first row is like those below it ("
                        + data.stream().limit(3).map(Words::quote).collect(Collectors.joining(", ")) + ").",
                "A row with the names of the columns above the others.",
                "Add it, such as id, name, stage for use cases; until then the file is left aside.");
    }

    private void reportUnrecognised(RawTable table, String candidates) {
        String tables = String.join(
                ", ", java.util.Arrays.stream(Kind.values()).map(Kind::table).toList());
        problems.error(
                table.file(),
                null,
                null,
                null,
                candidates.isEmpty()
                        ? "Rows of an unknown kind: neither the file's name nor its headers ("
                                + Words.quote(String.join(", ", table.headers())) + ") tell."
                        : "Headers that fit " + candidates + " equally well.",
                "A file of " + tables + ".",
                "Name the file after what its rows are, such as use_cases.csv, or say it in a mapping (check"
                        + " --save-mapping writes one to fill in); until then it is left aside.");
    }

    private void reportMapping(RawTable table, SheetMapping mapping, Set<Attribute> constants, List<Integer> roles) {
        for (SheetMapping.Doubt doubt : mapping.doubts()) {
            problems.warning(
                    table.file(),
                    null,
                    doubt.header(),
                    null,
                    doubt.found(),
                    doubt.expected(),
                    doubt.fix(),
                    doubt.readAs());
        }
        for (Attribute attribute : mapping.kind().attributes()) {
            boolean byRole = !roles.isEmpty() && BY_ROLE.contains(attribute.name());
            boolean byName =
                    attribute == USE_CASE_ID && mapping.feeds(USE_CASE_NAME); // said with the ids that were made
            boolean told = mapping.feeds(attribute) || constants.contains(attribute) || byRole || byName;
            if (attribute.required() && !told) {
                problems.error(
                        table.file(),
                        null,
                        attribute.name(),
                        null,
                        "No column that was recognised as " + attribute.name() + ", which "
                                + mapping.kind().table() + " cannot do without.",
                        "A column " + attribute.name() + ".",
                        "Add the column, or name the one that holds it " + attribute.name() + "; the file has "
                                + String.join(
                                        ", ",
                                        table.headers().stream()
                                                .limit(30)
                                                .map(Words::quote)
                                                .toList()) + ".");
            }
        }
    }
}
