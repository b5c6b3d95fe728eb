package org.throughline.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.SpreadsheetText;
import org.throughline.intake.csv.CsvFile;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.CsvWriter;

/**
 * A CSV file with a problems column right after the header's last: in the file's own delimiter, in UTF-8 with a mark that spreadsheets know
 * it by. Every row stays where it is; cells that a spreadsheet would run are disarmed.
 */
final class AnnotatedCsv {

    private static final char MARK = '\uFEFF';

    private final CsvTable table;
    private final Remarks remarks;

    AnnotatedCsv(CsvTable table, Remarks remarks) {
        this.table = table;
        this.remarks = remarks;
    }

    void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.append(MARK);
        CsvWriter csv = new CsvWriter(writer, table.dialect().delimiter());
        try (CsvFile.Records records = table.records()) {
            int position = 0;
            boolean below = false;
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                CsvRecord plain = table.plain(record);
                if (position > table.lastOfHeader() && !plain.isBlank() && !below) {
                    remarks.belowHeader(table.rowOfHeader(), plain.row());
                    below = true;
                }
                csv.write(cells(plain, position++));
            }
            if (!below) {
                remarks.belowHeader(table.rowOfHeader(), table.rowOfHeader() + 1);
                csv.write(with(new String[0], String.valueOf(remarks.in(table.rowOfHeader() + 1))));
            }
        }
        writer.flush();
    }

    /** Rows of one width cannot be taken for rows of another file; blank ones stay as they are. */
    private List<String> cells(CsvRecord record, int position) {
        if (position == table.lastOfHeader()) {
            return with(record.cells(), ProblemsColumn.HEADER);
        }
        String remark = position < table.lastOfHeader() ? null : remarks.in(record.row());
        return remark == null && record.isBlank() ? safe(record.cells()) : with(record.cells(), remark);
    }

    /** The remark after the header's last column; what the row has beyond it comes after. */
    private List<String> with(String[] cells, @Nullable String remark) {
        List<String> row = new ArrayList<>(safe(cells));
        while (row.size() < table.width()) {
            row.add("");
        }
        row.add(table.width(), remark == null ? "" : remark);
        return row;
    }

    private static List<String> safe(String[] cells) {
        return Arrays.stream(cells).map(SpreadsheetText::safe).toList();
    }
}
