package org.throughline.findings;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;

/**
 * A fact that a finding rests on, down to the cell it was read from.
 *
 * @param fact file and id: {@code use_cases/uc-7}; a file alone where no row of it is about the subject
 * @param attribute the column's canonical name, or the name of a derived figure
 * @param value a text, number, date, enumeration, list or flag; null where it is absent or unknown
 * @param file the file as the user named it, or null where no file has it
 * @param row as a spreadsheet counts, or null
 * @param column the header as the file has it, or null
 */
public record Evidence(
        String fact,
        String attribute,
        @Nullable Object value,
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column) {

    public static Evidence of(Cell cell) {
        return new Evidence(
                cell.factId(), cell.attribute().name(), cell.value(), cell.file(), cell.row(), cell.column());
    }
}
