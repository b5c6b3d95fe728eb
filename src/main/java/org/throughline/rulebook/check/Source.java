package org.throughline.rulebook.check;

import java.util.Arrays;

/** The text of a file, and where in it an offset is. */
final class Source {

    private final String file;
    private final String text;
    private final int[] starts;

    Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(0),
                        java.util.stream.IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** From 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** From 1. */
    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** The offset of a line (from 1) and a column (from 0), as parsers tell them. */
    int offset(int line, int column) {
        int start = starts[Math.min(Math.max(line, 1), starts.length) - 1];
        return Math.min(start + Math.max(column, 0), text.length());
    }

    /** The line that an offset is in, tabs as they are. */
    String lineText(int offset) {
        int start = starts[line(offset) - 1];
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** The same text with all but a part replaced by blanks, so that positions stay. */
    String only(int headEnd, int from, int to) {
        StringBuilder part = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean kept = i < headEnd || i >= from && i < to || text.charAt(i) == '\n';
            part.append(kept ? text.charAt(i) : ' ');
        }
        return part.toString();
    }
}
