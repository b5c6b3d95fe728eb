package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import org.throughline.intake.csv.CsvRecord;

/** A sheet of a workbook, opened anew when its rows are asked for. */
final class SheetTable implements RawTable {

    private static final int FIRST = 1_000;

    private final Workbook workbook;

    private final String sheet;
    private final CsvRecord header;
    /** Position of the column that an annotated copy has and we do not read, or -1. */
    private final int problemsAt;

    private final MergedCells merged;
    private final List<Header> columns;
    private final List<String> headers;
    /** The first rows, kept: a workbook is slow to open. */
    private @Nullable List<@Nullable Object[]> first;

    private String name;

    SheetTable(
            Workbook workbook,
            String sheet,
            CsvRecord header,
            List<Header> columns,
            int problemsAt,
            MergedCells merged) {
        this.workbook = workbook;
        this.merged = merged;
        this.problemsAt = problemsAt;
        this.sheet = sheet;
        this.header = header;
        this.columns = columns;
        this.headers = columns.stream().map(Header::text).toList();
        this.name = workbook.name() + "/" + sheet;
    }

    /** The only sheet is the file, unless it has a name that says more. */
    void nameAfterFile() {
        if (sheet.toLowerCase(Locale.ROOT).matches("(sheet|table|tabelle|feuil|hoja|foglio|data|export) ?\\d*")) {
            name = workbook.name();
        }
    }

    /** Says that merged cells were read as if their text stood in each row. */
    void reportMerged(ProblemList problems) {
        List<MergedCells.Range> below = merged.below(header.row());
        if (!below.isEmpty()) {
            MergedCells.Range first = below.get(0);
            problems.warning(
                    name,
                    first.first(),
                    first.column() < headers.size() ? headers.get(first.column()) : null,
                    null,
                    "Cells merged downwards, " + first.reference()
                            + (below.size() == 1 ? "." : " and " + (below.size() - 1) + " more."),
                    "The text in each row that it belongs to.",
                    "Nothing, if each of their rows means it; else split the cells and fill in what is right.",
                    "the same text in each row beside them");
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
        try (ReadableWorkbook opened = workbook.open();
                Stream<Row> rows = opened.findSheet(sheet).orElseThrow().openStream()) {
            rows.map(SheetCells::record)
                    .map(record -> ProblemsColumn.without(problemsAt, false, record))
                    .map(merged.filling(header.row()))
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
        RowLimits fitting = workbook.limitsOf(file());
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
