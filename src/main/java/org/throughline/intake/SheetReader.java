package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Sheet;

/** One table of raw cells to drafts of facts, cell by cell as its columns' types say. */
final class SheetReader {

    private final IntakeOptions options;
    private final ProblemList problems;

    SheetReader(IntakeOptions options, ProblemList problems) {
        this.options = options;
        this.problems = problems;
    }

    /** The drafts, or null where nobody can tell what the rows are. */
    @Nullable
    SheetDrafts read(RawTable table) throws IOException {
        Mapping known = mappingOf(table);
        if (known != null) {
            SheetMapping mapping = known.of(table.headers());
            reportMapping(table, mapping, known.constants().keySet());
            SheetReader reader =
                    new SheetReader(options.withVocabulary(options.vocabulary().with(known.values())), problems);
            return reader.fill(
                    table, "the mapping " + known.name() + " (" + known.title() + ")", mapping, known.constants());
        }
        KindFinder.Recognised recognised = table.kind() == null
                ? new KindFinder(options.vocabulary()).find(table.file(), table.headers())
                : new KindFinder.Recognised(table.kind(), "its name");
        if (recognised.kind() == null) {
            reportUnrecognised(table, recognised.why());
            return null;
        }
        SheetMapping mapping = SheetMapping.of(recognised.kind(), table.headers(), options.vocabulary());
        reportMapping(table, mapping, Set.of());
        return fill(table, recognised.why(), mapping, Map.of());
    }

    /** The mapping that the user chose, where it fits at all, else the one that knows most of the headers, or null. */
    private @Nullable Mapping mappingOf(RawTable table) {
        Mapping chosen = options.mapping();
        if (table.kind() != null) {
            return null;
        }
        if (chosen != null && !chosen.of(table.headers()).feeds().isEmpty()) {
            return chosen;
        }
        Mapping best = null;
        if (isCanonical(table)) {
            return null;
        }
        for (Mapping mapping : options.mappings().get()) {
            int headers = mapping.recognises(table.headers());
            if (headers > (best == null ? 0 : best.recognises(table.headers()))) {
                best = mapping;
            }
        }
        return best;
    }

    /** Named and headed as the canonical form says: no mapping was made for that. */
    private boolean isCanonical(RawTable table) {
        Kind kind = new KindFinder(options.vocabulary()).byName(table.file());
        return kind != null && table.headers().stream().allMatch(header -> kind.find(header) != null);
    }

    private SheetDrafts fill(
            RawTable table, String recognisedBy, SheetMapping mapping, Map<Attribute, String> constants)
            throws IOException {
        Sheet sheet = new Sheet(table.file(), mapping.kind(), mapping.headers());
        List<FeedColumn> columns = mapping.feeds().stream()
                .map(feed -> new FeedColumn(feed, options))
                .toList();
        List<Object> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        table.forEach((row, cells) -> {
            if (isTotal(cells)) {
                reportTotal(table, row);
                return;
            }
            Object[] taken = new Object[columns.size()];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = columns.get(i).take(cells[columns.get(i).feed.column()]);
            }
            rows.add(taken);
            numbers.add(row);
        });
        columns.forEach(FeedColumn::settle);
        List<Draft> drafts = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            drafts.add(draft(sheet, numbers.get(i), (Object[]) rows.set(i, ""), columns));
        }
        columns.forEach(column -> column.report(table.file(), problems));
        constants.forEach((attribute, text) -> fillIn(drafts, attribute, text));
        return new SheetDrafts(sheet, recognisedBy, table, drafts, columns, mapping, constants.keySet());
    }

    /** A row that sums up others: it starts with a word for that, and most of its cells are empty. */
    private boolean isTotal(@Nullable Object[] cells) {
        int filled = 0;
        String first = null;
        for (Object cell : cells) {
            if (cell instanceof String text && !text.isBlank()) {
                first = first == null ? Words.trim(text) : first;
                filled++;
            }
        }
        return first != null
                && filled * 2 <= cells.length
                && first.length() < 20
                && options.vocabulary().isTotal(first);
    }

    private void reportTotal(RawTable table, int row) {
        problems.warning(
                table.file(),
                row,
                null,
                null,
                "A row that sums up others; it was left aside.",
                "A row for each fact.",
                "Nothing, if it is a total; else give it another id or name.",
                null);
    }

    /** What a mapping says for all rows, where a row does not say it itself. */
    private void fillIn(List<Draft> drafts, Attribute attribute, String text) {
        Feed feed = new Feed(0, attribute.name(), new Meaning(attribute, false, null), "", null);
        FeedColumn column = new FeedColumn(feed, options);
        Object cell = column.take(text);
        column.settle();
        Object value = column.read(1, cell);
        for (Draft draft : drafts) {
            if (draft.get(attribute) == null && value != null) {
                draft.set(attribute, value);
            }
        }
    }

    private static Draft draft(Sheet sheet, int row, @Nullable Object[] cells, List<FeedColumn> columns) {
        Draft draft = new Draft(sheet, row);
        long[] told = new long[1];
        for (int i = 0; i < cells.length; i++) {
            Meaning meaning = columns.get(i).feed.meaning();
            if (holds(meaning, draft)) {
                place(draft, meaning, columns.get(i).read(row, cells[i]), told);
            }
        }
        return draft;
    }

    private static boolean holds(Meaning meaning, Draft draft) {
        Condition when = meaning.when();
        return when == null || when.values().contains(draft.get(when.attribute()));
    }

    /** The surest column that says something gives the value; others fill in where it is silent. */
    private static void place(Draft draft, Meaning meaning, @Nullable Object value, long[] told) {
        if (value == null) {
            return;
        }
        if (meaning.parent()) {
            draft.teamAbove = value instanceof String text ? text : null;
            return;
        }
        long bit = 1L << meaning.attribute().index();
        if ((told[0] & bit) == 0 || draft.get(meaning.attribute()) == null && !(value instanceof Nothing)) {
            draft.set(meaning.attribute(), value);
            told[0] |= bit;
        }
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
                "Name the file after what its rows are, such as use_cases.csv; until then it is left aside.");
    }

    private void reportMapping(RawTable table, SheetMapping mapping, Set<Attribute> constants) {
        for (SheetMapping.Doubt doubt : mapping.doubts()) {
            problems.warning(
                    table.file(),
                    null,
                    doubt.header(),
                    null,
                    doubt.found(),
                    "One column for each fact.",
                    doubt.fix(),
                    doubt.readAs());
        }
        for (Attribute attribute : mapping.kind().attributes()) {
            if (attribute.required() && !mapping.feeds(attribute) && !constants.contains(attribute)) {
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
