package org.throughline.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
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

    /** A line goes on beyond what may be held of it. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final String CR_LF = "\r\n";

    private final Reader in;
    private final int longest;
    private char[] buffer = new char[1 << 16];
    private boolean leftOut;
    private int position;
    private int end;
    private final Deque<Line> givenBack = new ArrayDeque<>();

    /** @param longest characters that a line may have */
    LineReader(Reader in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line, or null after the last. NUL characters are dropped: they are nobody's text.
     *
     * @throws TooLong if it has more characters than it may
     */
    @Nullable
    Line next() throws IOException {
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    /** The line is the next one again. */
    void giveBack(Line line) {
        givenBack.push(line);
    }

    boolean hasGivenBack() {
        return !givenBack.isEmpty();
    }

    private @Nullable Line read() throws IOException {
        if (position == end && !fill()) {
            return null;
        }
        int at = position;
        while (at == end || buffer[at] != '\n' && buffer[at] != '\r') {
            if (at < end) {
                at++;
                continue;
            }
            int scanned = at - position;
            if (!fill()) {
                return line(end, "");
            }
            at = position + scanned;
        }
        if (buffer[at] == '\n') {
            return line(at, "\n");
        }
        int length = at - position;
        boolean lineFeed = (at + 1 < end || fill()) && buffer[position + length + 1] == '\n';
        return line(position + length, lineFeed ? CR_LF : "\r");
    }

    private Line line(int to, String ending) {
        String text = new String(buffer, position, to - position);
        position = to + ending.length();
        if (text.indexOf('\0') < 0) {
            return new Line(text, ending);
        }
        leftOut = true;
        return new Line(text.replace("\0", ""), ending);
    }

    /** Whether something was left out of the lines since this was asked last: NUL characters are nobody's text. */
    boolean hasLeftOut() {
        boolean since = leftOut;
        leftOut = false;
        return since;
    }

    /** What was read and not taken yet: from {@link #position()} to {@link #end()}. */
    char[] buffer() {
        return buffer;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    /** The next line starts there. */
    void moveTo(int next) {
        position = next;
    }

    /** Reads on behind what is there, which moves to the start of the buffer; false at the end of the file. */
    boolean fill() throws IOException {
        int kept = end - position;
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, kept);
        } else if (kept == buffer.length) {
            if (kept >= longest) {
                throw new TooLong();
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(Math.max(longest, 16), 2L * kept));
        }
        position = 0;
        end = kept;
        int more = Math.max(0, in.read(buffer, kept, buffer.length - kept));
        end += more;
        return more > 0;
    }
}
