package org.throughline.intake.csv;

import java.io.IOException;
import java.util.List;

/** Plain RFC 4180: commas, quotes where needed, CR LF. */
public final class CsvWriter {

    private final Appendable out;

    public CsvWriter(Appendable out) {
        this.out = out;
    }

    public void write(List<String> cells) throws IOException {
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
            out.append("\"\"");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(cells.get(i));
        }
        out.append("\r\n");
    }

    private void append(String cell) throws IOException {
        if (!needsQuotes(cell)) {
            out.append(cell);
            return;
        }
        out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
