package org.throughline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.throughline.findings.Severity;

/** Lines on a {@link Screen}: headings, paragraphs, and labels with text hanging beside them. */
final class Page {

    /** Styles of ANSI terminals; without colours they are nothing. */
    enum Style {
        BOLD("1"),
        DIM("2"),
        RED("31"),
        YELLOW("33"),
        GREEN("32"),
        BLUE("34");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final Screen screen;
    private final Appendable out;
    private boolean blankBefore = true;

    Page(Screen screen, Appendable out) {
        this.screen = screen;
        this.out = out;
    }

    int width() {
        return screen.width();
    }

    String style(Style style, String text) {
        return screen.colours() ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    /** The word in its colour, padded to {@code width}. */
    String severity(Severity severity, int width) {
        Style style = switch (severity) {
            case CRITICAL, HIGH -> Style.RED;
            case MEDIUM -> Style.YELLOW;
            case LOW -> Style.BLUE;
            case POSITIVE -> Style.GREEN;
        };
        return style(style, severity.word())
                + " ".repeat(Math.max(1, width - severity.word().length()));
    }

    /** Never two in a row, and none at the top. */
    void blank() {
        if (!blankBefore) {
            print("");
        }
    }

    void heading(String text) {
        blank();
        for (String line : Paragraph.lines(text, screen.width())) {
            print(style(Style.BOLD, line));
        }
        blank();
    }

    void paragraph(int indent, String text) {
        hang(" ".repeat(indent), indent, text);
    }

    void paragraph(int indent, String text, Style style) {
        for (String line : Paragraph.lines(text, screen.width() - indent)) {
            print(" ".repeat(indent) + style(style, line));
        }
    }

    /** A label at {@code indent}, dimmed, and the text beside it from {@code column} on. */
    void labelled(int indent, String label, int column, String text) {
        String gap = " ".repeat(Math.max(1, column - indent - Paragraph.width(label)));
        hang(" ".repeat(indent) + style(Style.DIM, label) + gap, column, text);
    }

    /** The start on the first line, the text's further lines below its first, in bold where it is a title. */
    void titled(String start, int column, String text) {
        List<String> lines = Paragraph.lines(text, screen.width() - column);
        print(start + style(Style.BOLD, lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> print(" ".repeat(column) + style(Style.BOLD, line)));
    }

    /** The start on the first line, the text's further lines below its first. */
    void hang(String start, int column, String text) {
        List<String> lines = Paragraph.lines(text, screen.width() - column);
        print(start + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> print(" ".repeat(column) + line));
    }

    /** One line as it is; it is not broken. */
    void print(String line) {
        try {
            out.append(line.stripTrailing()).append('\n');
            blankBefore = line.isBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
