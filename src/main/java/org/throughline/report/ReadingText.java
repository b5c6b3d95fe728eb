package org.throughline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;
import org.throughline.facts.SheetReading.Proposal;

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
        if (!it.recognisedBy().isEmpty()) {
            page.paragraph(INDENT, (known ? "recognised by " : "") + it.recognisedBy(), Page.Style.DIM);
        }
        page.paragraph(INDENT, size(it), Page.Style.DIM);
        page.blank();
        it.columns().forEach(column -> column(column, page));
        if (!it.unmapped().isEmpty()) {
            page.blank();
            page.paragraph(INDENT, "Left aside: " + listed(shown(it.unmapped())));
        }
        if (!it.proposals().isEmpty()) {
            page.blank();
            proposed(it.proposals()).forEach(line -> page.paragraph(INDENT, line));
        }
    }

    /** Columns without a header are counted, long headers cut. */
    private static List<String> shown(List<String> headers) {
        List<String> shown = new ArrayList<>();
        for (String header : headers) {
            if (!header.isBlank()) {
                shown.add(Paragraph.shortened(Words.clean(header), HEADER_SHOWN));
            }
        }
        int nameless = headers.size() - shown.size();
        if (nameless > 0) {
            shown.add(Words.count(nameless, "column") + " without a header");
        }
        return shown;
    }

    private static String listed(List<String> headers) {
        return String.join(headers.stream().anyMatch(header -> header.contains(",")) ? "; " : ", ", headers);
    }

    /** {@code "Go-live" may be started_on or planned_end_on: of its cells, 12 of 12 are days}. */
    private static List<String> proposed(List<Proposal> proposals) {
        Map<List<String>, List<String>> attributes = new LinkedHashMap<>();
        proposals.forEach(it -> attributes
                .computeIfAbsent(List.of(it.header(), it.why()), key -> new ArrayList<>())
                .add(it.attribute()));
        List<String> lines = new ArrayList<>();
        attributes.forEach(
                (column, names) -> lines.add("\"" + Paragraph.shortened(Words.clean(column.get(0)), HEADER_SHOWN)
                        + "\" may be " + String.join(" or ", names) + ": of its cells, " + column.get(1)));
        return lines;
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

    /** What made the match and what its cells are like, on one line. */
    static String evidence(Column it) {
        List<String> parts = new ArrayList<>(List.of(it.matchedBy(), counts(it)));
        parts.addAll(oddities(it));
        return String.join("; ", parts);
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
        parts.addAll(oddities(it));
        return String.join(", ", parts);
    }

    private static List<String> oddities(Column it) {
        List<String> parts = new ArrayList<>();
        if (it.mended() > 0) {
            parts.add(Words.number(it.mended()) + " in another spelling" + samples(it.samples()));
        }
        if (it.refused() > 0) {
            parts.add(Words.number(it.refused()) + " not read" + samples(it.refusedSamples()));
        }
        return parts;
    }

    private static String samples(List<String> samples) {
        return samples.isEmpty()
                ? ""
                : " (" + String.join("; ", samples.stream().map(Words::clean).toList()) + ")";
    }

    private static void problems(List<Problem> problems, Page page) {
        page.blank();
        page.titled("", 0, problems.isEmpty() ? "No problems." : Phrases.problems(problems));
        for (Alike.Shown shown : Alike.of(problems)) {
            page.blank();
            ProblemText.write(shown.problem(), page);
            if (shown.more() != null) {
                page.blank();
                page.paragraph(0, shown.more() + "; --format json and --annotate show all", Page.Style.DIM);
            }
        }
    }
}
