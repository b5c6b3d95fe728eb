package org.throughline.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file (a sheet, a property of a JSON document) and how it was understood.
 *
 * @param file as the user named it
 * @param kind what its rows are, or null where that could not be told
 * @param recognisedBy why it was taken for that kind, in words
 * @param encoding {@code UTF-8}; null for what has none (a workbook)
 * @param delimiter the character between cells, or null
 * @param rows rows below the header that are not blank
 * @param facts facts that came of them; the other rows are listed as problems
 * @param columns those that feed an attribute, in the file's order; a column that feeds two is here twice
 * @param unmapped headers of the columns that were left aside
 */
public record SheetReading(
        String file,
        @Nullable Kind kind,
        String recognisedBy,
        @Nullable String encoding,
        @Nullable String delimiter,
        int rows,
        int facts,
        List<Column> columns,
        List<String> unmapped) {

    public SheetReading {
        columns = List.copyOf(columns);
        unmapped = List.copyOf(unmapped);
    }

    /**
     * A column and the attribute it was read as.
     *
     * @param header as the file has it
     * @param attribute canonical column name
     * @param matchedBy what made the match, in words
     * @param read cells taken, those mended included
     * @param blank empty cells, and those that say that there is nothing or that nobody knows
     * @param mended cells in another spelling than the canonical one
     * @param refused cells that could not be read; their value is unknown
     * @param samples of mended and refused cells, with what they were read as: {@code 3,5 d → 28}
     */
    public record Column(
            String header,
            String attribute,
            String matchedBy,
            int read,
            int blank,
            int mended,
            int refused,
            List<String> samples) {

        public Column {
            samples = List.copyOf(samples);
        }
    }
}
