package org.throughline.facts;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One attribute of one fact: what a finding points at. */
public record Cell(Fact fact, Attribute attribute) {

    /** As the column is declared: a text column that several rows gave several texts for shows them as one. */
    public @Nullable Object value() {
        Object value = fact.value(attribute.index());
        if (attribute.type() != AttributeType.TEXT || !(value instanceof List<?> texts)) {
            return value;
        }
        return texts.isEmpty() ? null : texts.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }

    /** The file it was read from, or null where no file has the column. */
    public @Nullable String file() {
        return fact.listed() ? fact.origin().sheet().file() : null;
    }

    /** The row as a spreadsheet counts (the header is row 1), or null where no file has the fact. */
    public @Nullable Integer row() {
        return fact.listed() ? fact.origin().row() : null;
    }

    /** The header as the file has it, or null where the file lacks the column. */
    public @Nullable String column() {
        return fact.origin().sheet().header(attribute.name());
    }

    /** {@code use_cases/uc-7}. */
    public String factId() {
        return fact.factKind().table() + "/" + fact.key();
    }
}
