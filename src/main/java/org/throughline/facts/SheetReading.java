package org.throughline.facts;

import java.util.List;
import java.util.Map;
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
 * @param proposals what columns left aside may be by their cells, where that is not sure enough to take them so
 * @param roles headers that are roles, of columns whose cells say what part the role has in the row's activity
 * @param constants what was taken for every row that does not say it itself, by canonical column
 * @param words what words of the file mean that a mapping explains, by canonical column
 * @param samples the first texts of each column, by its header
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
        List<String> unmapped,
        List<Proposal> proposals,
        List<String> roles,
        Map<String, String> constants,
        Map<String, Map<String, String>> words,
        Map<String, List<String>> samples) {

    public SheetReading {
        columns = List.copyOf(columns);
        unmapped = List.copyOf(unmapped);
        proposals = List.copyOf(proposals);
        roles = List.copyOf(roles);
        samples = Map.copyOf(samples);
    }

    /** Without samples of its columns. */
    public SheetReading(
            String file,
            @Nullable Kind kind,
            String recognisedBy,
            @Nullable String encoding,
            @Nullable String delimiter,
            int rows,
            int facts,
            List<Column> columns,
            List<String> unmapped,
            List<Proposal> proposals,
            List<String> roles,
            Map<String, String> constants,
            Map<String, Map<String, String>> words) {
        this(
                file,
                kind,
                recognisedBy,
                encoding,
                delimiter,
                rows,
                facts,
                columns,
                unmapped,
                proposals,
                roles,
                constants,
                words,
                Map.of());
    }

    public SheetReading withSamples(Map<String, List<String>> texts) {
        return new SheetReading(
                file,
                kind,
                recognisedBy,
                encoding,
                delimiter,
                rows,
                facts,
                columns,
                unmapped,
                proposals,
                roles,
                constants,
                words,
                texts);
    }

    /** Other columns, as somebody who knows the file says. */
    public SheetReading withColumns(@Nullable Kind otherKind, List<Column> others, List<String> leftAside) {
        return new SheetReading(
                file,
                otherKind,
                recognisedBy,
                encoding,
                delimiter,
                rows,
                facts,
                others,
                leftAside,
                List.of(),
                roles,
                constants,
                words,
                samples);
    }

    /** A file of which nobody can tell what its rows are. */
    public static SheetReading unrecognised(
            String file, @Nullable String encoding, @Nullable String delimiter, List<String> headers) {
        return new SheetReading(
                file, null, "", encoding, delimiter, 0, 0, List.of(), headers, List.of(), List.of(), Map.of(),
                Map.of());
    }

    /**
     * What a column may be.
     *
     * @param attribute canonical column name
     * @param why what speaks for it, in words
     */
    public record Proposal(String header, String attribute, String why) {}

    /**
     * A column and the attribute it was read as.
     *
     * @param header as the file has it
     * @param attribute canonical column name
     * @param matchedBy what made the match, in words
     * @param unit the unit of plain numbers in it, such as {@code d}, where the header names one
     * @param when the rows in which the column holds, such as {@code stage=pilot}; null for all
     * @param read cells taken, those mended included
     * @param blank empty cells, and those that say that there is nothing or that nobody knows
     * @param mended cells in another spelling than the canonical one
     * @param refused cells that could not be read; their value is unknown
     * @param samples of mended cells, with what they were read as: {@code "3,5 d" → 28 h}
     * @param refusedSamples of refused cells
     */
    public record Column(
            String header,
            String attribute,
            String matchedBy,
            @Nullable String unit,
            @Nullable String when,
            int read,
            int blank,
            int mended,
            int refused,
            List<String> samples,
            List<String> refusedSamples) {

        public Column {
            samples = List.copyOf(samples);
            refusedSamples = List.copyOf(refusedSamples);
        }
    }
}
