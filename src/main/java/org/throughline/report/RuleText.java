package org.throughline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;

/** Rules for a person at a terminal: all of them in a line each, or one with all that it says about itself. */
public final class RuleText {

    private static final int INDENT = 2;
    private static final int TITLE = 16;
    private static final int COLUMN = 13;
    private static final Pattern LABELLED = Pattern.compile("(\\p{Lu}[\\p{L} ]{1,10}?)(?: {2,}|: )(.+)");

    private RuleText() {}

    /** In the order given, under the sections of the article that argue them. */
    public static void list(List<Diagnostic> diagnostics, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        Map<String, List<Diagnostic>> sections = new LinkedHashMap<>();
        diagnostics.forEach(it -> sections.computeIfAbsent(it.section(), section -> new ArrayList<>())
                .add(it));
        sections.forEach((section, some) -> {
            page.heading(section);
            some.forEach(it -> line(it, page));
        });
        page.blank();
        page.paragraph(
                0,
                Words.count(diagnostics.size(), "diagnostic") + ". \"rules show ID\" tells all about one.",
                Page.Style.DIM);
    }

    private static void line(Diagnostic it, Page page) {
        String start = " ".repeat(INDENT) + pad(it.id(), 4) + page.severity(it.severity(), 10);
        page.hang(start, TITLE, it.title());
    }

    /** Everything about one diagnostic, with the thresholds that it compares with. */
    public static void show(Diagnostic it, List<Threshold> thresholds, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        page.titled(it.id() + "  ", it.id().length() + 2, it.title());
        page.blank();
        documentation(it.documentation(), page);
        page.blank();
        labelled(page, "Severity", it.severity().word());
        labelled(page, "About", Words.spaced(it.subject().word()));
        labelled(page, "Remedy", it.remedy());
        thresholds.forEach(threshold -> labelled(
                page,
                "Threshold",
                threshold.name() + " = " + Words.amount(threshold.value(), threshold.unit()) + ". "
                        + threshold.reason()));
        labelled(page, "Article", it.section());
        labelled(page, "File", it.file());
    }

    private static void documentation(String text, Page page) {
        for (String paragraph : paragraphs(text)) {
            Matcher labelled = LABELLED.matcher(paragraph);
            if (labelled.matches()) {
                labelled(page, labelled.group(1), labelled.group(2));
            } else {
                page.paragraph(INDENT, paragraph);
                page.blank();
            }
        }
    }

    /** Lines that belong together as one: an indented line goes on with the one before it, a blank line ends it. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (String line : text.lines().toList()) {
            boolean goesOn =
                    open && (line.startsWith(" ") || !LABELLED.matcher(line).matches());
            if (line.isBlank()) {
                open = false;
            } else if (goesOn) {
                int last = paragraphs.size() - 1;
                paragraphs.set(last, paragraphs.get(last) + " " + line.strip());
            } else {
                paragraphs.add(line.stripTrailing());
                open = true;
            }
        }
        return paragraphs;
    }

    private static void labelled(Page page, String label, String text) {
        page.labelled(INDENT, label, COLUMN, text);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
