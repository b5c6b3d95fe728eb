package org.throughline.intake.csv;

import java.io.IOException;
import java.util.List;

/** RFC 4180: quotes where needed, CR LF, and commas unless another delimiter is asked for. */
public final class CsvWriter {

    private final Appendable out;
    private final char delimiter;
    private final boolean toBeGuessed;

    public CsvWriter(Appendable out) {
        this.out = out;
        this.delimiter = ',';
        this.toBeGuessed = false;
    }

    /** For a file whose dialect will be found out from it: apostrophes at the edges of cells must not look like its quotes. */
    public CsvWriter(Appendable out, char delimiter) {
        this.out = out;
        this.delimiter = delimiter;
        this.toBeGuessed = true;
    }

    public void write(List<String> cells) throws IOException {
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
            out.append("\"\"");
        }
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(delimiter);
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

    private boolean needsQuotes(String cell) {
        if (toBeGuessed && (cell.startsWith("'") || cell.endsWith("'"))) {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
