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
            page.blank();
            page.paragraph(0, "Nothing in it could be used.");
        }
    }

    /** A line each, for standard error. */
    public static void problems(List<Problem> problems, Appendable out) {
        Page page = new Page(Screen.PLAIN, out);
        problems.forEach(problem -> page.print(ProblemText.line(problem)));
    }

    private static void sheet(SheetReading it, Page page) {
        boolean known = it.kind() != null;
        page.heading(it.file() + ": " + (known ? Words.spaced(it.kind().table()) : "not recognised"));
        page.paragraph(INDENT, (known ? "recognised by " : "") + it.recognisedBy(), Page.Style.DIM);
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
            parts.add("cells set apart by " + it.delimiter());
        }
        return String.join(" · ", parts);
    }

    private static void column(Column it, Page page) {
        String header = Paragraph.shortened(Words.clean(it.header()), HEADER_SHOWN);
        String attribute = "→ " + it.attribute();
        String gap = " ".repeat(Math.max(2, COUNTS - Paragraph.width(attribute)));
        int room = ATTRIBUTE - INDENT - Paragraph.width(header);
        page.print(" ".repeat(INDENT)
                + header
                + (room > 0 ? " ".repeat(room) : "\n" + " ".repeat(ATTRIBUTE))
                + attribute
                + gap
                + counts(it));
        String how = how(it);
        if (!how.isEmpty()) {
            page.paragraph(ATTRIBUTE + 2, how, Page.Style.DIM);
        }
    }

    private static String counts(Column it) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.number(it.read()) + " read");
        if (it.blank() > 0) {
            parts.add(Words.number(it.blank()) + " blank");
        }
        return String.join(", ", parts);
    }

    /** What is worth a look: a header that is not the canonical one, cells that are not read as they stand. */
    private static String how(Column it) {
        List<String> parts = new ArrayList<>();
        if (!it.header().equals(it.attribute())) {
            parts.add(it.matchedBy());
        }
        if (it.mended() > 0) {
            parts.add(Words.number(it.mended()) + " in another spelling");
        }
        if (it.refused() > 0) {
            parts.add(Words.number(it.refused()) + " not read");
        }
        String samples = it.samples().isEmpty() ? "" : ": " + String.join("; ", it.samples());
        return String.join(", ", parts) + samples;
    }

    private static void problems(List<Problem> problems, Page page) {
        page.blank();
        page.titled("", 0, problems.isEmpty() ? "No problems." : Phrases.problems(problems));
        for (Problem problem : problems) {
            page.blank();
            ProblemText.write(problem, page);
        }
    }
}
