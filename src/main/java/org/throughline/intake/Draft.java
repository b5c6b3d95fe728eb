package org.throughline.intake;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Origin;
import org.throughline.facts.Sheet;

/**
 * A row on its way to a fact, of which all is unknown at first. A value is what it will be in the fact, {@link Nothing}, or a text that
 * still stands for a person or a team; null is what the row does not tell.
 */
final class Draft {

    final Sheet sheet;
    final int row;
    private final Slots slots;
    private @Nullable Object[] values;
    /** The team above the one in this row's team column, as a text, or null. */
    @Nullable
    String teamAbove;

    /** @param values by slot; kept, not copied */
    Draft(Sheet sheet, int row, Slots slots, @Nullable Object[] values) {
        this.sheet = sheet;
        this.row = row;
        this.slots = slots;
        this.values = values;
    }

    /** The same row as one of another sheet. */
    Draft under(Sheet other) {
        Draft copy = new Draft(other, row, slots, values.clone());
        copy.teamAbove = teamAbove;
        return copy;
    }

    void set(Attribute attribute, Object value) {
        values[slots.of(attribute)] = value;
    }

    /** All values at once, by slot. */
    @Nullable
    Object[] values() {
        return values;
    }

    void values(@Nullable Object[] others) {
        values = others;
    }

    private @Nullable Object raw(Attribute attribute) {
        int slot = slots.of(attribute);
        return slot < 0 ? null : values[slot];
    }

    /** The value, or null where it is absent or unknown. */
    @Nullable
    Object get(Attribute attribute) {
        Object value = raw(attribute);
        return value instanceof Nothing ? null : value;
    }

    @Nullable
    String text(Attribute attribute) {
        return (String) get(attribute);
    }

    boolean isUnknown(Attribute attribute) {
        Object value = raw(attribute);
        return value == null || value == Nothing.UNKNOWN || value == Nothing.NOT_APPLICABLE;
    }

    /**
     * Writes the values into a fact's, in the order of its kind's attributes.
     *
     * @param target all null
     * @return where they came from, and what is absent or unknown
     */
    Origin writeTo(@Nullable Object[] target) {
        long absent = 0;
        long known = 0;
        long notApplicable = 0;
        for (int slot = 0; slot < values.length; slot++) {
            int attribute = slots.attribute(slot).index();
            Object value = values[slot];
            if (!(value instanceof Nothing)) {
                target[attribute] = value;
                known |= value == null ? 0 : 1L << attribute;
            } else if (value == Nothing.ABSENT) {
                absent |= 1L << attribute;
            } else if (value == Nothing.NOT_APPLICABLE) {
                notApplicable |= 1L << attribute;
            }
        }
        long all = (1L << target.length) - 1;
        return new Origin(sheet, row, absent, all & ~known & ~absent, notApplicable);
    }

    /** The file's own header of the column, or the canonical name. */
    String header(Attribute attribute) {
        String header = sheet.header(attribute.name());
        return header == null ? attribute.name() : header;
    }
}
