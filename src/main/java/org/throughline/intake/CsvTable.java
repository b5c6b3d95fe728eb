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
    private final CsvFile file;
    private final HeaderRows rows;
    private final int rowOfHeader;
    /** Position of the column that an annotated copy has and we do not read, or -1. */
    private final int problemsAt;

    private final List<String[]> headerCells;
    private final List<Header> columns;
    private final List<String> headers;
    private final CsvProblems said;
    private final ProblemList problems;

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
        this.file = file;
        this.rows = rows;
        this.rowOfHeader = rowOfHeader;
        this.problemsAt = problemsAt;
        this.headerCells = headerCells;
        this.columns = columns;
        this.headers = columns.stream().map(Header::text).toList();
        this.problems = problems;
        this.said = new CsvProblems(source.name(), headers, delimiter(), problems);
    }

    /** The file up to its header, or null where it has none, which is reported. */
    static @Nullable CsvTable open(Source source, IntakeOptions options, ProblemList problems) throws IOException {
        Limits limits = options.limits();
        CsvFile file = CsvFile.of(source::open, null, limits.lineCharacters());
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
            if (!new RowLimits(source.name(), limits, problems).admitsColumns(header.cells().length, header.row())) {
                return null;
            }
            Predicate<String> known = words -> HeaderMatch.isKnown(words, options.vocabulary());
            HeaderRows rows = HeaderRows.of(records, start, known);
            List<String[]> cells = rows.cells(records);
            int row = records.get(rows.last()).row();
            CsvTable table = new CsvTable(
                    source, limits, problems, file, rows, row, problemsAt, cells, Headers.of(cells, known));
            if (!isForSpreadsheets(records, rows)) {
                table.said.preamble(records.get(rows.first()).row());
            }
            rows.report(table, records, problems);
            table.said.oddity(header);
            return table;
        }
    }

    /** The first line of such a file tells spreadsheets the delimiter ({@code sep=;}), and the second is the header. */
    private static boolean isForSpreadsheets(List<CsvRecord> records, HeaderRows rows) {
        return rows.first() == 1 && records.get(0).cells()[0].startsWith("sep=");
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
            RowLimits fitting = new RowLimits(file(), limits, problems);
            boolean afterBlank = false;
            for (CsvRecord raw = records.next(); raw != null; raw = records.next()) {
                CsvRecord record = plain(raw);
                boolean blank = record.isBlank();
                if (blank || isNoRow(record, afterBlank)) {
                    afterBlank = blank;
                    continue;
                }
                afterBlank = false;
                if (!fitting.admitsRow(record.row())) {
                    break;
                }
                said.oddity(record);
                said.width(record);
                sink.row(record.row(), fitted(record, fitting));
            }
        }
        said.shortRows();
    }

    private @Nullable Object[] fitted(CsvRecord record, RowLimits fitting) {
        String[] cells = record.cells();
        String[] fitted = cells;
        if (cells.length != headers.size()) {
            fitted = Arrays.copyOf(cells, headers.size());
            Arrays.fill(fitted, Math.min(cells.length, fitted.length), fitted.length, "");
        }
        for (int i = 0; fitting.mayExceed(record.characters()) && i < fitted.length; i++) {
            fitted[i] = fitting.cut(record.row(), headers.get(i), fitted[i]);
        }
        return fitted;
    }

    /** A note below the table, or its header once more; both are reported. */
    private boolean isNoRow(CsvRecord record, boolean afterBlank) {
        if (afterBlank && record.cells().length == 1 && headers.size() > 2) {
            said.note(record);
            return true;
        }
        if (headerCells.stream().anyMatch(cells -> isSame(cells, record.cells()))) {
            said.headerAgain(record.row());
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
}
