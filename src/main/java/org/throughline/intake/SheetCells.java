package org.throughline.intake;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.throughline.intake.csv.CsvRecord;

/** A workbook's cells as texts. */
final class SheetCells {

    private SheetCells() {}

    static CsvRecord record(Row row) {
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
}
