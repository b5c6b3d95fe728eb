package org.throughline.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Sheet;

/**
 * The rows of one table on their way to drafts. Each is taken as it comes; what only a whole column tells is read when all are there. In
 * most tables a column feeds one attribute and most cells mean what they say, so that a row is its draft at once.
 */
final class RowDrafts {

    private final Sheet sheet;
    private final FeedColumn[] columns;
    private final RoleParts parts;
    private final Slots slots;
    private final boolean direct;
    private final List<Draft> drafts = new ArrayList<>();
    /** Of a matrix: the cells of each row that spread into rows of their own. */
    private final List<@Nullable Object[]> spreading = new ArrayList<>();

    /** @param constants attributes that get a value for all rows in the end */
    RowDrafts(Sheet sheet, List<FeedColumn> columns, RoleParts parts, Set<Attribute> constants) {
        this.sheet = sheet;
        this.columns = columns.toArray(FeedColumn[]::new);
        this.parts = parts;
        Set<Attribute> told = new LinkedHashSet<>();
        columns.forEach(column -> told.add(column.feed.meaning().attribute()));
        this.direct = told.size() == columns.size()
                && columns.stream().allMatch(column -> column.feed.meaning().isPlain());
        told.addAll(constants);
        told.addAll(parts.areNone() ? List.of() : RoleParts.attributes());
        this.slots = new Slots(sheet.kind(), List.copyOf(told));
    }

    void take(int row, @Nullable Object[] cells) {
        Object[] taken = new Object[direct ? slots.count() : columns.length];
        for (int i = 0; i < columns.length; i++) {
            taken[i] = columns[i].take(row, cells[columns[i].feed.column()]);
        }
        drafts.add(new Draft(sheet, row, slots, taken));
        if (!parts.areNone()) {
            spreading.add(parts.take(cells));
        }
    }

    /** Rows that were taken. */
    int count() {
        return drafts.size();
    }

    /** The drafts, all of their cells read. */
    List<Draft> settled() {
        for (FeedColumn column : columns) {
            column.settle();
        }
        if (!direct) {
            drafts.forEach(this::place);
        }
        for (int i = 0; direct && i < columns.length; i++) {
            if (columns[i].hasUnread()) {
                read(i);
            }
        }
        return parts.areNone() ? drafts : spread();
    }

    private List<Draft> spread() {
        List<Draft> all = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            all.addAll(parts.spread(drafts.get(i), spreading.get(i)));
        }
        return all;
    }

    private void read(int column) {
        for (Draft draft : drafts) {
            draft.values()[column] = columns[column].read(draft.row, draft.values()[column]);
        }
    }

    private void place(Draft draft) {
        Object[] taken = draft.values();
        draft.values(new Object[slots.count()]);
        long[] told = new long[1];
        for (int i = 0; i < columns.length; i++) {
            Meaning meaning = columns[i].feed.meaning();
            if (holds(meaning, draft)) {
                place(draft, meaning, columns[i].read(draft.row, taken[i]), told);
            }
        }
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
}
