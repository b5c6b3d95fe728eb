package org.throughline.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lines that end in CR LF, LF or CR, whichever comes; lines read ahead can be given back. */
final class LineReader {

    /**
     * A line.
     *
     * @param end the characters that end it; empty at the end of the file
     */
    record Line(String text, String end) {}

    private static final String CR_LF = "\r\n";

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    private final Deque<Line> givenBack = new ArrayDeque<>();

    LineReader(Reader in) {
        this.in = in;
    }

    /** The next line, or null after the last. NUL characters are dropped: they are nobody's text. */
    @Nullable
    Line next() throws IOException {
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    /** The line is the next one again. */
    void giveBack(Line line) {
        givenBack.push(line);
    }

    private @Nullable Line read() throws IOException {
        if (position == end && !fill()) {
            return null;
        }
        StringBuilder start = null;
        while (true) {
            int from = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            if (position < end) {
                String text = piece(start, from);
                return new Line(withoutNul(text), endOfLine());
            }
            start = (start == null ? new StringBuilder() : start).append(buffer, from, position - from);
            if (!fill()) {
                return new Line(withoutNul(start.toString()), "");
            }
        }
    }

    private String piece(@Nullable StringBuilder start, int from) {
        return start == null
                ? new String(buffer, from, position - from)
                : start.append(buffer, from, position - from).toString();
    }

    private String endOfLine() throws IOException {
        if (buffer[position++] == '\n') {
            return "\n";
        }
        if ((position < end || fill()) && buffer[position] == '\n') {
            position++;
            return CR_LF;
        }
        return "\r";
    }

    private static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
