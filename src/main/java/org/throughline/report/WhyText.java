package org.throughline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.Link;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;

/** Why something was found: from the facts to the recommendation; or why not: the first condition that failed. */
public final class WhyText {

    private static final int INDENT = 2;
    private static final int COLUMN = 8;

    private final Page page;

    private WhyText(Page page) {
        this.page = page;
    }

    /** For what was found. */
    public static void found(
            Finding finding, List<Link> links, List<Recommendation> follows, Screen screen, Appendable out) {
        WhyText text = new WhyText(new Page(screen, out));
        text.page.titled(
                "", 0, finding.id() + " (" + finding.severity().word() + "): " + Words.clean(finding.statement()));
        for (Link link : links) {
            text.page.heading("By the rule \"" + link.rule() + "\", because of");
            link.from().forEach(each -> text.link(each, INDENT));
        }
        text.page.heading("Recommended for it");
        follows.forEach(it -> text.page.hang(
                "  ",
                2 * INDENT,
                it.tier() + ", rank " + it.rank() + ": " + Words.clean(it.title()) + " (" + it.id() + ")"));
        if (follows.isEmpty()) {
            text.page.paragraph(INDENT, "nothing of its own");
        }
    }

    private void link(Link link, int indent) {
        String rule = link.rule().isEmpty() ? "" : " [" + link.rule() + "]";
        page.hang(" ".repeat(indent), indent + INDENT, Words.clean(link.what()) + rule);
        link.from().forEach(each -> link(each, indent + INDENT));
    }

    /** For what was not. */
    public static void notFound(String asked, Subject subject, List<Reasoning> reasons, Screen screen, Appendable out) {
        WhyText text = new WhyText(new Page(screen, out));
        text.page.titled("", 0, asked + " does not fire about " + subject.key() + ".");
        for (Reasoning reasoning : reasons) {
            text.page.heading("Rule \"" + reasoning.rule() + "\"");
            text.reasoning(reasoning, INDENT);
        }
    }

    private void reasoning(Reasoning reasoning, int indent) {
        for (Reasoning.Condition it : reasoning.conditions()) {
            page.hang(
                    " ".repeat(indent) + word(it.outcome()),
                    indent + COLUMN,
                    it.text() + (it.outcome() == Reasoning.Outcome.FAILS ? place(reasoning.file(), it.line()) : ""));
            it.because().forEach(why -> page.hang(" ".repeat(indent + COLUMN), indent + COLUMN, Words.clean(why)));
            for (Reasoning deeper : it.deeper()) {
                page.paragraph(indent + COLUMN, "it would be derived by \"" + deeper.rule() + "\":");
                reasoning(deeper, indent + COLUMN + INDENT);
            }
        }
        if (reasoning.fires()) {
            page.paragraph(indent, "No condition fails that could be tried alone; one of those left open does.");
        }
    }

    private static String place(@Nullable String file, int line) {
        return "  (" + file + ", line " + line + ")";
    }

    private static String word(Reasoning.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "holds   ";
            case FAILS -> "fails   ";
            case OPEN -> "open    ";
        };
    }
}
