package org.throughline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/** An import problem as people read it: place, found, expected, fix. */
public final class ProblemText {

    private static final int INDENT = 2;
    private static final int COLUMN = 12;
    private static final int VALUE_SHOWN = 60;

    private static final Pattern SMALL =
            Pattern.compile("(An?|The|There|It|One|No|Not|Other|Only|Less|More|Two|This) ");

    private ProblemText() {}

    /** One line: {@code error: handoffs.csv, row 14, column "Wait (h)": found "3,5 d", expected hours; read as 28 h}. */
    public static String line(Problem it) {
        String then = it.readAs() == null ? inSentence(it.fix()) : "read as " + open(it.readAs());
        return Words.clean(Words.word(it.severity()) + ": " + place(it) + ": found " + inSentence(found(it))
                + ", expected " + inSentence(it.expected()) + (then.isBlank() ? "" : "; " + then));
    }

    /** Beside the row that it is about: {@code error, "Wait (h)": found "3,5 d", expected hours; read as 28 h; write 28}. */
    public static String remark(Problem it) {
        String column = it.column() == null ? "" : ", \"" + it.column() + "\"";
        String readAs = it.readAs() == null ? "" : "; read as " + open(it.readAs());
        return Words.clean(Words.word(it.severity()) + column + ": found " + inSentence(found(it)) + ", expected "
                + inSentence(it.expected()) + readAs + (it.fix().isBlank() ? "" : "; " + inSentence(it.fix())));
    }

    /** A sentence as a part of another: no full stop, and a small letter unless it begins with an abbreviation. */
    private static String inSentence(String sentence) {
        String open = open(sentence);
        boolean word = open.length() > 1 && !Character.isUpperCase(open.charAt(1));
        return word ? Character.toLowerCase(open.charAt(0)) + open.substring(1) : open;
    }

    private static String open(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** The whole, over several lines. */
    public static void write(Problem it, Screen screen, Appendable out) {
        write(it, new Page(screen, out));
    }

    static void write(Problem it, Page page) {
        Page.Style colour = it.severity() == Problem.Severity.ERROR ? Page.Style.RED : Page.Style.YELLOW;
        page.paragraph(0, place(it), colour);
        labelled(page, "found", found(it));
        labelled(page, "expected", it.expected());
        labelled(page, "read as", it.readAs());
        labelled(page, "fix", it.fix());
    }

    /** {@code handoffs.csv, row 14, column "Wait (h)"}. */
    static String place(Problem it) {
        List<String> parts = new ArrayList<>();
        parts.add(it.file() == null ? "the input" : it.file());
        if (it.row() != null) {
            parts.add("row " + it.row());
        }
        if (it.column() != null) {
            parts.add("column \"" + it.column() + "\"");
        }
        return String.join(", ", parts);
    }

    /** The value as it stands in the file, and what is wrong with it where the value alone does not tell. */
    static String found(Problem it) {
        if (it.value() == null) {
            return it.found();
        }
        String value = "\"" + Paragraph.shortened(it.value(), VALUE_SHOWN) + "\"";
        return it.found().isBlank() ? value : value + " (" + remark(it.found()) + ")";
    }

    /** Beside a value the sentence may begin with a name: a small letter only where none can. */
    private static String remark(String sentence) {
        String open = open(sentence);
        return SMALL.matcher(open).lookingAt() ? Character.toLowerCase(open.charAt(0)) + open.substring(1) : open;
    }

    private static void labelled(Page page, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            page.labelled(INDENT, label, COLUMN, text);
        }
    }
}
