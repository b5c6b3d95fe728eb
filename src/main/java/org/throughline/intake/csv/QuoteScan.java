package org.throughline.intake.csv;

/** Whether the quotes of a text stand where the dialect lets them. */
final class QuoteScan {

    /** What the end of a text finds. */
    enum State {
        /** Every quote that opens closes. */
        CLOSED,
        /** A quoted cell goes on. */
        OPEN,
        /** A quote stands inside a cell, or a cell goes on after its closing quote. */
        MALFORMED
    }

    private final Dialect dialect;

    QuoteScan(Dialect dialect) {
        this.dialect = dialect;
    }

    /** @param inside whether the text starts inside a quoted cell */
    State scan(String text, boolean inside) {
        int at = 0;
        boolean quoted = inside;
        while (true) {
            if (quoted) {
                int close = closing(text, at);
                if (close < 0) {
                    return State.OPEN;
                }
                at = afterBlanks(text, close + 1);
                if (at < text.length() && text.charAt(at) != dialect.delimiter()) {
                    return State.MALFORMED;
                }
                if (at >= text.length()) {
                    return State.CLOSED;
                }
                at++;
            }
            int start = afterBlanks(text, at);
            quoted = start < text.length() && text.charAt(start) == dialect.quote();
            if (quoted) {
                at = start + 1;
                continue;
            }
            int end = text.indexOf(dialect.delimiter(), at);
            int quote = text.indexOf(dialect.quote(), at);
            if (quote >= 0 && (end < 0 || quote < end)) {
                return State.MALFORMED;
            }
            if (end < 0) {
                return State.CLOSED;
            }
            at = end + 1;
        }
    }

    /** The next quote that is neither doubled nor escaped, or -1. */
    private int closing(String text, int from) {
        int at = text.indexOf(dialect.quote(), from);
        while (at >= 0) {
            if (isEscaped(text, from, at)) {
                at = text.indexOf(dialect.quote(), at + 1);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == dialect.quote()) {
                at = text.indexOf(dialect.quote(), at + 2);
            } else {
                return at;
            }
        }
        return -1;
    }

    private boolean isEscaped(String text, int from, int at) {
        if (dialect.escape() == Dialect.DOUBLED) {
            return false;
        }
        int escapes = 0;
        while (at - escapes > from && text.charAt(at - escapes - 1) == dialect.escape()) {
            escapes++;
        }
        return escapes % 2 == 1;
    }

    private int afterBlanks(String text, int from) {
        int at = from;
        while (dialect.padded() && at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
