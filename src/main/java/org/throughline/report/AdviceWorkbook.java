package org.throughline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;

/** Recommendations and findings as an Excel workbook: the sheets hold what {@link AdviceCsv} and {@link FindingsCsv} write. */
public final class AdviceWorkbook {

    private static final int LONGEST = 32_000; // characters of a cell, which Excel allows 32,767 of

    private AdviceWorkbook() {}

    /** Leaves the stream open. */
    public static void write(Advice advice, OutputStream out) {
        try {
            Workbook workbook = new Workbook(out, "Throughline", "1.0");
            fill(
                    workbook.newWorksheet("Recommendations"),
                    AdviceCsv.COLUMNS,
                    advice.recommendations().stream().map(AdviceCsv::row));
            fill(
                    workbook.newWorksheet("Findings"),
                    FindingsCsv.COLUMNS,
                    advice.findings().stream().map(FindingsCsv::row));
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Worksheet sheet, List<String> columns, Stream<@Nullable Object[]> rows) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
        }
        sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        int[] at = {1};
        rows.forEach(cells -> {
            for (int i = 0; i < cells.length; i++) {
                cell(sheet, at[0], i, cells[i]);
            }
            at[0]++;
        });
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            sheet.value(row, column, Paragraph.shortened(value.toString(), LONGEST));
        }
    }
}
