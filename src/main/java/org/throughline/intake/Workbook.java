package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.Framing;

/** An Excel workbook: each sheet with a row in it is a table, read row by row. */
final class Workbook {

    private static final int LOOKED_AT = 60;

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
        Map<String, MergedCells> merged = MergedCells.of(source);
        try (ReadableWorkbook workbook = open()) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Opened table = open(sheet, MergedCells.of(merged, sheet.getName()));
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
        opened.forEach(sheet -> {
            sheet.rows.report(sheet.table, sheet.first, problems);
            sheet.table.reportMerged(problems);
        });
        return opened.stream().map(Opened::table).toList();
    }

    /** Opened with its number formats, or without where it has none: programs that write workbooks leave out what they do not need. */
    ReadableWorkbook open() throws IOException {
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

    String name() {
        return source.name();
    }

    RowLimits limitsOf(String file) {
        return new RowLimits(file, limits, problems);
    }

    /** A sheet, its first rows, and which of them are the header. */
    private record Opened(SheetTable table, HeaderRows rows, List<CsvRecord> first) {}

    private @Nullable Opened open(Sheet sheet, MergedCells merged) throws IOException {
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
                        this,
                        sheet.getName(),
                        first.get(rows.last()),
                        Headers.of(rows.cells(first), known),
                        problemsAt,
                        merged),
                rows,
                first);
    }

    private static List<CsvRecord> firstRows(Sheet sheet) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext() && first.size() < LOOKED_AT; ) {
                CsvRecord record = SheetCells.record(all.next());
                if (!record.isBlank()) {
                    first.add(record);
                }
            }
        }
        return first;
    }
}
