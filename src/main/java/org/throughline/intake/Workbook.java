package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.Framing;

/** An Excel workbook: each sheet with a row in it is a table, read row by row. */
final class Workbook {

    private static final int LOOKED_AT = 60;
    private static final int FIRST = 1_000;

    private final Source source;
    private final IntakeOptions options;
    private final Limits limits;
    private final ProblemList problems;

    Workbook(Source source, IntakeOptions options, ProblemList problems) {
        this.source = source;
        this.options = options;
        this.limits = options.limits();
        this.problems = problems;
    }

    /** @throws IOException if the file is no workbook after all, or beyond a limit */
    List<RawTable> tables() throws IOException {
        return List.copyOf(sheets());
    }

    /** The sheets with a row in them. */
    List<SheetTable> sheets() throws IOException {
        Packed.check(source, limits);
        List<Opened> opened = new ArrayList<>();
        try (ReadableWorkbook workbook = workbook()) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Opened table = open(sheet);
                if (table != null) {
                    opened.add(table);
                }
            }
        } catch (RuntimeException damaged) {
            throw new IOException("The workbook is damaged.", damaged);
        }
        if (opened.size() == 1) {
            opened.get(0).table.nameAfterFile();
        }
        opened.forEach(sheet -> sheet.rows.report(sheet.table, sheet.first, problems));
        return opened.stream().map(Opened::table).toList();
    }

    /** Opened with its number formats, or without where it has none: programs that write workbooks leave out what they do not need. */
    private ReadableWorkbook workbook() throws IOException {
        try {
            return workbook(new ReadingOptions(true, true));
        } catch (ExcelReaderException withoutStyles) {
            return workbook(new ReadingOptions(false, true));
        }
    }

    /** The library reads all of the packed file at once. */
    private ReadableWorkbook workbook(ReadingOptions formats) throws IOException {
        try (InputStream in = source.open()) {
            return new ReadableWorkbook(in, formats);
        }
    }

    /** A sheet, its first rows, and which of them are the header. */
    private record Opened(SheetTable table, HeaderRows rows, List<CsvRecord> first) {}

    private @Nullable Opened open(Sheet sheet) throws IOException {
        List<CsvRecord> raw = firstRows(sheet);
        if (raw.isEmpty()) {
            return null;
        }
        int start = Framing.headerOf(raw);
        int problemsAt = ProblemsColumn.in(raw.subList(start, Math.min(raw.size(), start + HeaderRows.MOST)));
        List<CsvRecord> first = raw.stream()
                .map(record -> ProblemsColumn.without(problemsAt, false, record))
                .toList();
        int position = Framing.headerOf(first);
        CsvRecord header = first.get(position);
        if (!new RowLimits(source.name(), limits, problems).admitsColumns(header.cells().length, header.row())) {
            return null;
        }
        Predicate<String> known = words -> HeaderMatch.isKnown(words, options.vocabulary());
        HeaderRows rows = HeaderRows.of(first, position, known);
        return new Opened(
                new SheetTable(
                        sheet.getName(), first.get(rows.last()), Headers.of(rows.cells(first), known), problemsAt),
                rows,
                first);
    }

    private static List<CsvRecord> firstRows(Sheet sheet) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext() && first.size() < LOOKED_AT; ) {
                CsvRecord record = record(all.next());
                if (!record.isBlank()) {
                    first.add(record);
                }
            }
        }
        return first;
    }

    private static CsvRecord record(Row row) {
        String[] cells = new String[row.getCellCount()];
        Arrays.fill(cells, "");
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.getCell(i);
            cells[i] = cell == null ? "" : text(cell);
        }
        return new CsvRecord(row.getRowNum(), cells, null);
    }

    /** As a person sees it: a day as a day, a share with its sign. */
    private static String text(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.BOOLEAN) {
            return "1".equals(raw) || "TRUE".equalsIgnoreCase(raw) ? "yes" : "no";
        }
        if (cell.getType() != CellType.NUMBER || raw == null) {
            return cell.getText() == null ? "" : cell.getText();
        }
        String format = cell.getDataFormatString() == null ? "" : withoutLiterals(cell.getDataFormatString());
        if (format.indexOf('y') >= 0 || format.indexOf('d') >= 0 && format.indexOf('m') >= 0) {
            LocalDateTime day = cell.asDate();
            return day.toLocalDate().toString();
        }
        return format.indexOf('%') >= 0
                ? new BigDecimal(raw).movePointRight(2).stripTrailingZeros().toPlainString() + "%"
                : raw;
    }

    /** A number format without its quoted texts, colours and conditions. */
    private static String withoutLiterals(String format) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        boolean bracketed = false;
        for (char c : format.toLowerCase(Locale.ROOT).toCharArray()) {
            quoted ^= c == '"';
            bracketed = c == '[' || bracketed && c != ']';
            if (!quoted && !bracketed) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A sheet, opened anew when its rows are asked for. */
    final class SheetTable implements RawTable {
        private final String sheet;
        private final CsvRecord header;
        /** Position of the column that an annotated copy has and we do not read, or -1. */
        private final int problemsAt;

        private final List<Header> columns;
        private final List<String> headers;
        /** The first rows, kept: a workbook is slow to open. */
        private @Nullable List<@Nullable Object[]> first;

        private String name;

        SheetTable(String sheet, CsvRecord header, List<Header> columns, int problemsAt) {
            this.problemsAt = problemsAt;
            this.sheet = sheet;
            this.header = header;
            this.columns = columns;
            this.headers = columns.stream().map(Header::text).toList();
            this.name = source.name() + "/" + sheet;
        }

        /** The only sheet is the file, unless it has a name that says more. */
        void nameAfterFile() {
            if (sheet.toLowerCase(Locale.ROOT).matches("(sheet|table|tabelle|feuil|hoja|foglio|data|export) ?\\d*")) {
                name = source.name();
            }
        }

        @Override
        public String file() {
            return name;
        }

        String sheet() {
            return sheet;
        }

        /** The header's last row as a spreadsheet counts. */
        int rowOfHeader() {
            return header.row();
        }

        /** Whether it is a copy with our own column already. */
        boolean isAnnotated() {
            return problemsAt >= 0;
        }

        /** The first row below the header that is not blank, or -1. */
        int firstRow() throws IOException {
            int[] first = {-1};
            each(1, record -> first[0] = record.row());
            return first[0];
        }

        /** Where our own column is, or the first that no row uses. */
        int problemsColumn() throws IOException {
            int[] used = {header.cells().length};
            each(Long.MAX_VALUE, record -> used[0] = Math.max(used[0], record.cells().length));
            return problemsAt >= 0 ? problemsAt : used[0];
        }

        /** The first rows below the header that are not blank, without our own column. */
        private void each(long most, Consumer<CsvRecord> taker) throws IOException {
            try (ReadableWorkbook workbook = workbook();
                    Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
                rows.map(Workbook::record)
                        .map(record -> ProblemsColumn.without(problemsAt, false, record))
                        .filter(record -> record.row() > header.row() && !record.isBlank())
                        .limit(most)
                        .forEach(taker);
            } catch (RuntimeException damaged) {
                throw new IOException("The workbook is damaged.", damaged);
            }
        }

        @Override
        public @Nullable Kind kind() {
            return null;
        }

        @Override
        public @Nullable String encoding() {
            return null;
        }

        @Override
        public @Nullable String delimiter() {
            return null;
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
            if (first == null || most > FIRST) {
                List<@Nullable Object[]> sample = new ArrayList<>();
                each(Math.max(most, FIRST), record -> sample.add(fitted(record.cells())));
                first = List.copyOf(sample.subList(0, Math.min(sample.size(), FIRST)));
                return sample.subList(0, Math.min(sample.size(), most));
            }
            return first.subList(0, Math.min(first.size(), most));
        }

        @Override
        public void forEach(RowSink sink) throws IOException {
            RowLimits fitting = new RowLimits(file(), limits, problems);
            each(Long.MAX_VALUE, record -> {
                if (fitting.admitsRow(record.row())) {
                    sink.row(record.row(), cut(record, fitting));
                }
            });
        }

        private @Nullable Object[] cut(CsvRecord record, RowLimits fitting) {
            Object[] cells = fitted(record.cells());
            for (int i = 0; fitting.mayExceed(record.characters()) && i < cells.length; i++) {
                cells[i] = fitting.cut(record.row(), headers.get(i), String.valueOf(cells[i]));
            }
            return cells;
        }

        private @Nullable Object[] fitted(String[] cells) {
            Object[] fitted = Arrays.copyOf(cells, headers.size(), Object[].class);
            Arrays.fill(fitted, Math.min(cells.length, fitted.length), fitted.length, "");
            return fitted;
        }
    }
}
