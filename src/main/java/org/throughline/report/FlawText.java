package org.throughline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Flaw;

/** What is wrong in rule files, for whoever mends it: the place, what was found, what to do, and the line with a marker. */
public final class FlawText {

    private static final int INDENT = 2;
    private static final int COLUMN = 9;
    private static final String CUT = "… ";

    private FlawText() {}

    /** Each of them. */
    public static void write(List<Flaw> flaws, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        flaws.forEach(flaw -> {
            write(flaw, page);
            page.blank();
        });
    }

    /** Each of them, and how many there are. */
    public static void write(List<Flaw> flaws, int files, Screen screen, Appendable out) {
        write(flaws, screen, out);
        Page page = new Page(screen, out);
        page.paragraph(0, summary(flaws, files), Page.Style.BOLD);
    }

    /** {@code 2 errors, 1 warning in 47 files.} */
    public static String summary(List<Flaw> flaws, int files) {
        long errors = flaws.stream().filter(Flaw::isError).count();
        String in = " in " + Words.count(files, "file") + ".";
        return flaws.isEmpty()
                ? "Nothing wrong" + in
                : Words.count(errors, "error") + ", " + Words.count(flaws.size() - errors, "warning") + in;
    }

    /** One, as text of several lines. */
    public static String text(Flaw flaw) {
        StringBuilder out = new StringBuilder();
        write(flaw, new Page(Screen.PLAIN, out));
        return out.toString();
    }

    private static void write(Flaw it, Page page) {
        Page.Style colour = it.isError() ? Page.Style.RED : Page.Style.YELLOW;
        page.paragraph(0, Words.word(it.weight()) + ": " + place(it), colour);
        labelled(page, "rule", it.rule());
        labelled(page, "found", it.found());
        labelled(page, "fix", it.fix());
        if (!it.text().isBlank()) {
            line(it, page);
        }
    }

    /** {@code thresholds.csv, line 12, column 1}. */
    static String place(Flaw it) {
        return it.file()
                + (it.line() > 0 ? ", line " + it.line() : "")
                + (it.column() > 0 ? ", column " + it.column() : "");
    }

    private static void line(Flaw it, Page page) {
        String text = it.text().replace('\t', ' ');
        int start = Math.max(it.column() - 1, 0);
        int blank = 0;
        while (blank < Math.min(start, text.length()) && text.charAt(blank) == ' ') {
            blank++;
        }
        String gutter = " ".repeat(INDENT) + it.line() + " | ";
        int room = page.width() - gutter.length();
        int from = start + it.length() <= blank + room ? blank : Math.max(blank, start - room / 2);
        String cut = from > blank ? CUT : "";
        String shown = cut + text.substring(from);
        page.print(gutter + (shown.length() > room ? shown.substring(0, room - 1) + "…" : shown));
        if (it.column() > 0) {
            int at = cut.length() + start - from;
            String marker = "^".repeat(Math.max(1, Math.min(it.length(), room - at)));
            page.print(" ".repeat(gutter.length() - 2) + "| " + " ".repeat(at) + page.style(Page.Style.BOLD, marker));
        }
    }

    private static void labelled(Page page, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            page.labelled(INDENT, label, COLUMN, text);
        }
    }
}
