package org.throughline.report;

import java.util.ArrayList;
import java.util.List;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;

/** What was recognised in an input, for whoever wants to know before asking for advice. */
public final class ReadingText {

    private static final int INDENT = 2;
    private static final int ATTRIBUTE = 28;
    private static final int COUNTS = 26;
    private static final int HEADER_SHOWN = 70;

    private ReadingText() {}

    /** File by file the mapping of its columns, then every problem. */
    public static void write(Reading reading, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        reading.sheets().forEach(sheet -> sheet(sheet, page));
        problems(reading.problems(), page);
        if (reading.portfolio() == null) {
            page.heading("Nothing in it could be used.");
        }
    }

    /** A line each, for standard error. */
    public static void problems(List<Problem> problems, Appendable out) {
        Page page = new Page(Screen.PLAIN, out);
        problems.forEach(problem -> page.print(ProblemText.line(problem)));
    }

    private static void sheet(SheetReading it, Page page) {
        String kind = it.kind() == null ? "not recognised" : Words.spaced(it.kind().table());
        page.heading(it.file() + ": " + kind);
        page.paragraph(INDENT, it.recognisedBy(), Page.Style.DIM);
        page.paragraph(INDENT, size(it), Page.Style.DIM);
        page.blank();
        it.columns().forEach(column -> column(column, page));
        if (!it.unmapped().isEmpty()) {
            page.blank();
            page.paragraph(INDENT, "Left aside: " + String.join(", ", it.unmapped()));
        }
    }

    private static String size(SheetReading it) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(it.facts(), "fact") + " of " + Words.count(it.rows(), "row"));
        if (it.encoding() != null) {
            parts.add(it.encoding());
        }
        if (it.delimiter() != null) {
            parts.add("cells set apart by " + (it.delimiter().equals("\t") ? "a tab" : "\"" + it.delimiter() + "\""));
        }
        return String.join(" · ", parts);
    }

    private static void column(Column it, Page page) {
        String header = Paragraph.shortened(Words.clean(it.header()), HEADER_SHOWN);
        String attribute = "→ " + it.attribute();
        String gap = " ".repeat(Math.max(2, COUNTS - Paragraph.width(attribute)));
        boolean fits = INDENT + Paragraph.width(header) < ATTRIBUTE;
        page.print(" ".repeat(INDENT) + header
                + (fits ? " ".repeat(ATTRIBUTE - INDENT - Paragraph.width(header)) : "\n" + " ".repeat(ATTRIBUTE))
                + attribute + gap + Words.count(it.read(), "cell"));
        page.paragraph(ATTRIBUTE + 2, details(it), Page.Style.DIM);
    }

    private static String details(Column it) {
        List<String> parts = new ArrayList<>();
        parts.add(it.matchedBy());
        count(parts, it.blank(), "blank");
        count(parts, it.mended(), "in another spelling");
        count(parts, it.refused(), "not read");
        String samples = it.samples().isEmpty() ? "" : ": " + String.join("; ", it.samples());
        return String.join(", ", parts) + samples;
    }

    private static void count(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(Words.number(number) + " " + what);
        }
    }

    private static void problems(List<Problem> problems, Page page) {
        page.heading(problems.isEmpty() ? "No problems." : Phrases.problems(problems));
        for (Problem problem : problems) {
            ProblemText.write(problem, page);
            page.blank();
        }
    }
}
