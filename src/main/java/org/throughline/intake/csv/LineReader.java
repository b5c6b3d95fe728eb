package org.throughline.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lines that end in CR LF, LF or CR, whichever comes; lines read ahead can be given back. */
final class LineReader {

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int end;
    private boolean afterCarriageReturn;
    private final Deque<String> givenBack = new ArrayDeque<>();

    LineReader(Reader in) {
        this.in = in;
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    /** The line is the next one again. */
    void giveBack(String line) {
        givenBack.push(line);
    }

    private @Nullable String read() throws IOException {
        if (position == end && !fill()) {
            return null;
        }
        skipLineFeed();
        if (position == end && !fill()) {
            return null;
        }
        return scan();
    }

    private String scan() throws IOException {
        StringBuilder start = null;
        while (true) {
            int from = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            String piece = new String(buffer, from, position - from);
            if (position < end) {
                afterCarriageReturn = buffer[position++] == '\r';
                return start == null ? piece : start.append(piece).toString();
            }
            start = (start == null ? new StringBuilder() : start).append(piece);
            if (!fill()) {
                return start.toString();
            }
        }
    }

    private void skipLineFeed() {
        if (afterCarriageReturn && buffer[position] == '\n') {
            position++;
        }
        afterCarriageReturn = false;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
