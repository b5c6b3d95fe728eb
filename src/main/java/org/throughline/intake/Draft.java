package org.throughline.intake;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Origin;
import org.throughline.facts.Sheet;

/** A row on its way to a fact, of which all is unknown at first: values may be texts that still stand for a person or a team. */
final class Draft {

    final Sheet sheet;
    final int row;
    final @Nullable Object[] values;
    /** The team above the one in this row's team column, as a text, or null. */
    @Nullable
    String teamAbove;

    private long absent;
    private long unknown;
    private long notApplicable;

    Draft(Sheet sheet, int row) {
        this.sheet = sheet;
        this.row = row;
        this.values = new Object[sheet.kind().attributes().size()];
        this.unknown = (1L << values.length) - 1;
    }

    /** The same row as one of another sheet. */
    Draft under(Sheet other) {
        Draft copy = new Draft(other, row);
        System.arraycopy(values, 0, copy.values, 0, values.length);
        copy.teamAbove = teamAbove;
        copy.absent = absent;
        copy.unknown = unknown;
        copy.notApplicable = notApplicable;
        return copy;
    }

    void set(Attribute attribute, Object value) {
        clear(attribute);
        if (value instanceof Nothing nothing) {
            values[attribute.index()] = null;
            mark(attribute, nothing);
        } else {
            values[attribute.index()] = value;
        }
    }

    private void mark(Attribute attribute, Nothing nothing) {
        long bit = 1L << attribute.index();
        switch (nothing) {
            case ABSENT -> absent |= bit;
            case UNKNOWN -> unknown |= bit;
            case NOT_APPLICABLE -> {
                unknown |= bit;
                notApplicable |= bit;
            }
        }
    }

    private void clear(Attribute attribute) {
        long others = ~(1L << attribute.index());
        absent &= others;
        unknown &= others;
        notApplicable &= others;
    }

    @Nullable
    Object get(Attribute attribute) {
        return values[attribute.index()];
    }

    @Nullable
    String text(Attribute attribute) {
        return (String) values[attribute.index()];
    }

    boolean isUnknown(Attribute attribute) {
        return (unknown & 1L << attribute.index()) != 0;
    }

    Origin origin() {
        return new Origin(sheet, row, absent, unknown, notApplicable);
    }

    /** The file's own header of the column, or the canonical name. */
    String header(Attribute attribute) {
        String header = sheet.header(attribute.name());
        return header == null ? attribute.name() : header;
    }
}
