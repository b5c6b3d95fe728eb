package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import org.throughline.intake.csv.CsvFile;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.Dialect;

/** A CSV file: opened, its header read, its rows given one by one. */
final class CsvTable implements RawTable {

    private final Source source;
    private final Limits limits;
    private final ProblemList problems;
    private final CsvFile file;
    private final HeaderRows rows;
    private final int rowOfHeader;
    /** Position of the column that an annotated copy has and we do not read, or -1. */
    private final int problemsAt;

    private final List<String[]> headerCells;
    private final List<Header> columns;
    private final List<String> headers;
    private int rowsTooShort;
    private int firstTooShort;

    private CsvTable(
            Source source,
            Limits limits,
            ProblemList problems,
            CsvFile file,
            HeaderRows rows,
            int rowOfHeader,
            int problemsAt,
            List<String[]> headerCells,
            List<Header> columns) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.file = file;
        this.rows = rows;
        this.rowOfHeader = rowOfHeader;
        this.problemsAt = problemsAt;
        this.headerCells = headerCells;
        this.columns = columns;
        this.headers = columns.stream().map(Header::text).toList();
    }

    /** The file up to its header, or null where it has none, which is reported. */
    static @Nullable CsvTable open(Source source, IntakeOptions options, ProblemList problems) throws IOException {
        CsvFile file = CsvFile.of(source::open);
        Limits limits = options.limits();
        try (CsvFile.Records all = file.records()) {
            int start = file.framing().header();
            List<CsvRecord> raw = first(all, start + HeaderRows.MOST);
            if (raw.size() <= start || raw.get(start).isBlank()) {
                report(problems, source, Nature.EMPTY);
                return null;
            }
            int problemsAt = ProblemsColumn.in(raw.subList(start, raw.size()));
            List<CsvRecord> records = raw.stream()
                    .map(record -> ProblemsColumn.without(problemsAt, true, record))
                    .toList();
            CsvRecord header = records.get(start);
            if (header.cells().length > limits.columns()) {
                problems.error(
                        source.name(),
                        header.row(),
                        null,
                        null,
                        header.cells().length + " columns.",
                        "At most " + limits.columns() + " columns (limit \"columns\").",
                        "Keep the columns that matter; the file was left aside.");
                return null;
            }
            Predicate<String> known = words -> HeaderMatch.isKnown(words, options.vocabulary());
            HeaderRows rows = HeaderRows.of(records, start, known);
            List<String[]> cells = rows.cells(records);
            int row = records.get(rows.last()).row();
            CsvTable table = new CsvTable(
                    source, limits, problems, file, rows, row, problemsAt, cells, Headers.of(cells, known));
            table.reportPreamble(records.get(rows.first()));
            rows.report(table, records, problems);
            table.reportOddity(header);
            return table;
        }
    }

    static void report(ProblemList problems, Source source, Nature nature) {
        problems.error(
                source.name(),
                null,
                null,
                null,
                java.util.Objects.requireNonNull(nature.found),
                "A table as CSV: a header row, then a row for each fact.",
                nature.fix);
    }

    private static List<CsvRecord> first(CsvFile.Records records, int most) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        for (CsvRecord record = records.next(); record != null; record = first.size() < most ? records.next() : null) {
            first.add(record);
        }
        return first;
    }

    CsvFile.Records records() throws IOException {
        return file.records();
    }

    /** The record without our own column. */
    CsvRecord plain(CsvRecord record) {
        return ProblemsColumn.without(problemsAt, true, record);
    }

    Dialect dialect() {
        return file.dialect();
    }

    /** Position of the header's last row among the records, from 0. */
    int lastOfHeader() {
        return rows.last();
    }

    /** The header's last row as a spreadsheet counts. */
    int rowOfHeader() {
        return rowOfHeader;
    }

    int width() {
        return headers.size();
    }

    @Override
    public String file() {
        return source.name();
    }

    @Override
    public @Nullable Kind kind() {
        return null;
    }

    @Override
    public String encoding() {
        return file.encoding().displayName();
    }

    @Override
    public String delimiter() {
        return file.dialect().delimiterName();
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    @Override
    public List<Header> columns() {
        return columns;
    }

    @Override
    public List<@Nullable Object[]> sample(int most) throws IOException {
        List<@Nullable Object[]> sample = new ArrayList<>();
        try (CsvFile.Records records = file.records()) {
            first(records, rows.last() + 1);
            for (CsvRecord raw = records.next(); raw != null && sample.size() < most; raw = records.next()) {
                CsvRecord record = plain(raw);
                if (!record.isBlank()) {
                    Object[] cells = Arrays.copyOf(record.cells(), headers.size(), Object[].class);
                    Arrays.fill(cells, Math.min(record.cells().length, cells.length), cells.length, "");
                    sample.add(cells);
                }
            }
        }
        return sample;
    }

    @Override
    public void forEach(RowSink sink) throws IOException {
        try (CsvFile.Records records = file.records()) {
            first(records, rows.last() + 1);
            int count = 0;
            boolean afterBlank = false;
            for (CsvRecord raw = records.next(); raw != null; raw = records.next()) {
                CsvRecord record = plain(raw);
                boolean blank = record.isBlank();
                if (blank || isNoRow(record, afterBlank)) {
                    afterBlank = blank;
                    continue;
                }
                afterBlank = false;
                if (++count > limits.rows()) {
                    tooManyRows(record.row());
                    break;
                }
                check(record);
                sink.row(record.row(), fitted(record));
            }
        }
        reportShortRows();
    }

    private @Nullable Object[] fitted(CsvRecord record) {
        String[] cells = record.cells();
        String[] fitted = cells;
        if (cells.length != headers.size()) {
            fitted = Arrays.copyOf(cells, headers.size());
            Arrays.fill(fitted, Math.min(cells.length, fitted.length), fitted.length, "");
        }
        for (int i = 0; record.characters() > limits.cellCharacters() && i < fitted.length; i++) {
            if (fitted[i].length() > limits.cellCharacters()) {
                tooLong(record, i);
                fitted[i] = fitted[i].substring(0, limits.cellCharacters());
            }
        }
        return fitted;
    }

    private void check(CsvRecord record) {
        reportOddity(record);
        String[] cells = record.cells();
        if (cells.length < headers.size()) {
            firstTooShort = rowsTooShort++ == 0 ? record.row() : firstTooShort;
        }
        for (int i = headers.size(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                problems.warning(
                        file(),
                        record.row(),
                        null,
                        cells[i],
                        "The row has " + cells.length + " cells, " + (cells.length - headers.size())
                                + " more than the header.",
                        headers.size() + " cells.",
                        "Put a cell that holds a " + delimiter()
                                + " in quotation marks; the cells beyond the header were left aside.",
                        null);
                return;
            }
        }
    }

    /** A note below the table, or its header once more; both are reported. */
    private boolean isNoRow(CsvRecord record, boolean afterBlank) {
        if (afterBlank && record.cells().length == 1 && headers.size() > 2) {
            problems.warning(
                    file(),
                    record.row(),
                    null,
                    record.cells()[0],
                    "A single text below a blank row; it was taken for a note and left aside.",
                    "A row of " + headers.size() + " cells.",
                    "Nothing, if it is a note; else remove the blank row above it.",
                    null);
            return true;
        }
        if (headerCells.stream().anyMatch(cells -> isSame(cells, record.cells()))) {
            problems.warning(
                    file(),
                    record.row(),
                    null,
                    null,
                    "The header once more.",
                    "One header, in the first row.",
                    "Nothing, if the rows below belong to the same table; else put them into a file of their own.",
                    "the same table, going on");
            return true;
        }
        return false;
    }

    private static boolean isSame(String[] header, String[] cells) {
        if (header.length != cells.length || !Words.trim(header[0]).equals(Words.trim(cells[0]))) {
            return false;
        }
        return IntStream.range(1, cells.length)
                .allMatch(i -> Words.trim(header[i]).equals(Words.trim(cells[i])));
    }

    private void reportPreamble(CsvRecord header) {
        if (header.row() > 1) {
            problems.warning(
                    file(),
                    header.row(),
                    null,
                    null,
                    "The header in this row; what stands above it was taken for a title or notes.",
                    "The header in row 1.",
                    "Nothing, if this row holds the headers; else remove what is above them.",
                    null);
        }
    }

    private void reportOddity(CsvRecord record) {
        if (record.oddity() == null) {
            return;
        }
        switch (record.oddity()) {
            case UNCLOSED_QUOTE ->
                problems.warning(
                        file(),
                        record.row(),
                        null,
                        null,
                        "A quotation mark that opens in this row and never closes.",
                        "Quotation marks in pairs.",
                        "Close it or remove it, if the row was read wrongly.",
                        "a character of its cell");
            case STRAY_QUOTE ->
                problems.warning(
                        file(),
                        record.row(),
                        null,
                        null,
                        "A quotation mark in the middle of a cell.",
                        "A quotation mark inside a cell written twice.",
                        "Write it twice, if the row was read wrongly.",
                        "a character of its cell");
            case OTHER_DELIMITER ->
                problems.warning(
                        file(),
                        record.row(),
                        null,
                        null,
                        "Cells that are separated otherwise than those of the other rows.",
                        "A " + delimiter() + " between cells, as in the other rows.",
                        "Separate them as in the other rows, if the row was read wrongly.",
                        "a row like the others");
        }
    }

    private void reportShortRows() {
        if (rowsTooShort > 0) {
            problems.warning(
                    file(),
                    firstTooShort,
                    null,
                    null,
                    rowsTooShort == 1
                            ? "A row with fewer cells than the header."
                            : rowsTooShort + " rows with fewer cells than the header, of which this is the first.",
                    headers.size() + " cells.",
                    "Nothing, if the last columns are empty there; else a delimiter is missing: add it.",
                    "empty cells at the end");
        }
    }

    private void tooLong(CsvRecord record, int column) {
        problems.error(
                file(),
                record.row(),
                headers.get(column),
                null,
                "A cell of " + record.cells()[column].length() + " characters.",
                "At most " + limits.cellCharacters() + " characters (limit \"cellCharacters\").",
                "Shorten it; what comes after was left aside.");
    }

    private void tooManyRows(int row) {
        problems.error(
                file(),
                row,
                null,
                null,
                "More than " + limits.rows() + " rows.",
                "At most " + limits.rows() + " rows (limit \"rows\").",
                "Split the file; the rows from here on were left aside.");
    }
}
