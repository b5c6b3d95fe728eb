package org.throughline.intake.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reader understood of a file, as plain RFC 4180, the header first. */
public final class Normaliser {

    private Normaliser() {}

    /**
     * Writes the table in the file. Lines above the header and blank rows are left out; rows that do not fit stay as they are.
     *
     * @param told the dialect where somebody said it, else null
     * @param longestLine characters that a line may have
     * @return sentences about what was not as it should be, with their rows
     */
    public static List<String> normalise(CsvFile.Bytes bytes, @Nullable Dialect told, int longestLine, Appendable out)
            throws IOException {
        CsvFile file = CsvFile.of(bytes, told, longestLine);
        CsvWriter writer = new CsvWriter(out);
        List<String> remarks = new ArrayList<>();
        try (CsvFile.Records records = file.records()) {
            int position = 0;
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                if (position++ < file.framing().header() || record.isBlank()) {
                    continue;
                }
                writer.write(Arrays.asList(record.cells()));
                remark(record, file, remarks);
            }
        }
        return remarks;
    }

    private static void remark(CsvRecord record, CsvFile file, List<String> remarks) {
        if (record.oddity() != null) {
            remarks.add("row " + record.row() + ": "
                    + switch (record.oddity()) {
                        case UNCLOSED_QUOTE -> "a quotation mark opens and never closes; it was taken as a character";
                        case STRAY_QUOTE -> "a quotation mark stands inside a cell; it was taken as a character";
                        case OTHER_DELIMITER -> "the row has another delimiter than the rest of the file";
                        case NUL -> "the row has NUL characters; they were left out";
                    });
        }
        if (record.cells().length != file.columns()) {
            remarks.add("row " + record.row() + ": " + record.cells().length + " cells instead of " + file.columns());
        }
    }
}
