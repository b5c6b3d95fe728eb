package org.throughline.rulebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.throughline.facts.Problem;

/**
 * A table of rules that is kept as a workbook: its one sheet as CSV, row by row, so that row 7 stays row 7.
 *
 * @param sheet what it is called
 * @param csv its cells; of a formula the value that was saved with it
 */
record TableWorkbook(String sheet, String csv) {

    private static final int LARGEST = 4 << 20;
    private static final int MOST_ROWS = 10_000;
    private static final String EXPECTED = "A workbook with one sheet, its header in the first row.";

    /** Null where it cannot be used; the problems say why. */
    static @org.jspecify.annotations.Nullable TableWorkbook read(String file, byte[] bytes, List<Problem> problems) {
        if (bytes.length > LARGEST) {
            problems.add(problem(file, null, "it is larger than 4 MB", EXPECTED, "Keep the table alone in it."));
            return null;
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            List<Sheet> sheets = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            if (sheets.size() != 1) {
                String names =
                        String.join(", ", sheets.stream().map(Sheet::getName).toList());
                problems.add(problem(
                        file,
                        null,
                        "it has several sheets: " + names,
                        EXPECTED,
                        "Hide or delete all but the table's."));
                return null;
            }
            return new TableWorkbook(sheets.get(0).getName(), csv(file, sheets.get(0), problems));
        } catch (IOException | RuntimeException e) { // the reader throws what the XML parser does
            problems.add(problem(
                    file, null, "it is no workbook that can be read", EXPECTED, "Save it as .xlsx again, or as CSV."));
            return null;
        }
    }

    private static String csv(String file, Sheet sheet, List<Problem> problems) throws IOException {
        StringBuilder csv = new StringBuilder();
        int written = 0;
        try (Stream<Row> rows = sheet.openStream().limit(MOST_ROWS)) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (; written < row.getRowNum() - 1 && written < MOST_ROWS; written++) {
                    csv.append('\n');
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(text(file, sheet, row, row.getCell(i), problems));
                }
                csv.append(TableText.line(cells));
                written++;
            }
        }
        return csv.toString();
    }

    private static String text(
            String file, Sheet sheet, Row row, @org.jspecify.annotations.Nullable Cell cell, List<Problem> problems) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.ERROR) {
            problems.add(problem(
                    file,
                    row.getRowNum(),
                    "cell " + cell.getAddress() + " of the sheet \"" + sheet.getName() + "\" holds "
                            + cell.getRawValue(),
                    "A value.",
                    "Mend the formula, or write the value itself."));
            return "";
        }
        Object value = cell.getValue();
        return value instanceof BigDecimal number ? number(number, cell) : String.valueOf(cell.getText());
    }

    /** As it is shown: 0.1 in a cell for percents is 10. */
    private static String number(BigDecimal number, Cell cell) {
        String format = cell.getDataFormatString();
        BigDecimal shown = format != null && format.contains("%") ? number.movePointRight(2) : number;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private static Problem problem(
            String file, @org.jspecify.annotations.Nullable Integer row, String found, String expected, String fix) {
        return RuleBookException.problem(file, row, found, expected, fix);
    }
}
