package org.throughline.facts;

/**
 * Where a fact was read and what its row says of every attribute. The masks have a bit per {@link Attribute#index()}; an attribute with
 * neither bit is known.
 *
 * @param row as a spreadsheet counts: the header is row 1; 0 for what has no row of its own
 * @param absent known to be missing
 * @param unknown nobody can tell
 * @param notApplicable the part of {@code unknown} for which there is nothing to collect
 */
public record Origin(Sheet sheet, int row, long absent, long unknown, long notApplicable) {

    public Origin {
        if ((absent & unknown) != 0 || (notApplicable & ~unknown) != 0) {
            throw new IllegalArgumentException(
                    "an attribute is either absent or unknown; not applicable is a kind of unknown");
        }
    }

    /** Something that other rows refer to without a row of its own: all is unknown but the attributes given. */
    public static Origin referredTo(Sheet referringSheet, Kind kind, String... knownAttributes) {
        long unknown = (1L << kind.attributes().size()) - 1;
        for (String known : knownAttributes) {
            unknown &= ~kind.attribute(known).bit();
        }
        return new Origin(new Sheet(referringSheet.file(), kind, java.util.Map.of()), 0, 0, unknown, 0);
    }

    public boolean listed() {
        return row > 0;
    }

    public boolean isKnown(Attribute attribute) {
        return ((absent | unknown) & attribute.bit()) == 0;
    }

    public boolean isAbsent(Attribute attribute) {
        return (absent & attribute.bit()) != 0;
    }

    public boolean isUnknown(Attribute attribute) {
        return (unknown & attribute.bit()) != 0;
    }

    public boolean isNotApplicable(Attribute attribute) {
        return (notApplicable & attribute.bit()) != 0;
    }
}
