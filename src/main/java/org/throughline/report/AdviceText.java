package org.throughline.report;

import java.util.List;
import java.util.Map;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.advice.StateLine;
import org.throughline.advice.Tier;

/** Advice for a person at a terminal: where things stand, what to do first, what could not be told. */
public final class AdviceText {

    /** Recommendations shown unless told otherwise. */
    public static final int TOP = 10;

    private static final int INDENT = 2;
    private static final int COLUMN = 15;
    private static final int TITLE = 9;
    private static final int LABELS = 21;
    private static final int MISSING_SHOWN = 8;

    private final Advice advice;
    private final Page page;
    private final Map<String, Recommendation> byId;

    private AdviceText(Advice advice, Page page) {
        this.advice = advice;
        this.page = page;
        this.byId = Phrases.byId(advice);
    }

    /** The state, the first {@code top} recommendations, what was not judged, and how many problems the import met. */
    public static void write(Advice advice, int top, Screen screen, Appendable out) {
        AdviceText text = new AdviceText(advice, new Page(screen, out));
        text.head();
        text.recommendations(top);
        text.notJudged();
        text.problems();
    }

    private void head() {
        page.titled("", 0, "Advice as of " + advice.asOf());
        page.paragraph(0, Phrases.read(advice), Page.Style.DIM);
        if (!advice.state().isEmpty()) {
            page.heading("Where things stand");
            advice.state().forEach(this::state);
        }
    }

    private void state(StateLine line) {
        page.labelled(INDENT, Phrases.capital(line.name()), COLUMN, line.text());
    }

    private void recommendations(int top) {
        int all = advice.recommendations().size();
        int shown = Math.min(top, all);
        page.heading(all == 0 ? "Nothing to do" : "What to do first");
        if (all == 0) {
            page.paragraph(INDENT, Phrases.nothingToDo(advice));
        }
        advice.recommendations().stream().limit(shown).forEach(this::recommendation);
        if (shown < all) {
            page.paragraph(
                    INDENT,
                    Words.count(all - shown, "more recommendation") + ": --top " + all + " shows all.",
                    Page.Style.DIM);
        }
    }

    private void recommendation(Recommendation it) {
        String rank = String.format("%3d  ", it.rank());
        page.titled(rank + page.style(colour(it.tier()), it.tier().name()) + "  ", TITLE, it.title());
        page.paragraph(TITLE, Phrases.weight(it, byId), Page.Style.DIM);
        labelled("Why", it.why());
        labelled("Decides", it.decider());
        labelled("First step", it.firstStep());
        labelled("Done when", it.doneWhen());
        if (!it.requires().isEmpty()) {
            labelled("After", Phrases.after(it, byId));
        }
        if (it.assumed()) {
            labelled("Mind", Phrases.ASSUMED);
        }
        page.blank();
    }

    private void labelled(String label, String text) {
        if (!text.isBlank()) {
            page.labelled(TITLE, label, LABELS, text);
        }
    }

    private void notJudged() {
        List<Missing> missing = Missing.of(advice.notJudged());
        if (missing.isEmpty()) {
            return;
        }
        page.heading("Not judged, because nobody can tell from these facts");
        for (Missing one : missing.subList(0, Math.min(MISSING_SHOWN, missing.size()))) {
            page.paragraph(INDENT, one.missing());
            page.paragraph(INDENT + 2, "would let us judge " + one.hangsOnIt(), Page.Style.DIM);
        }
        int more = missing.size() - MISSING_SHOWN;
        if (more > 0) {
            page.paragraph(INDENT, "and " + Words.number(more) + " more: --format markdown lists all.", Page.Style.DIM);
        }
    }

    private void problems() {
        if (advice.problems().isEmpty()) {
            return;
        }
        page.heading("Reading the files: " + Phrases.problems(advice.problems()));
        page.paragraph(INDENT, "The command \"check\" on the same files shows each with its place and how to mend it.");
    }

    private static Page.Style colour(Tier tier) {
        return switch (tier) {
            case P1 -> Page.Style.RED;
            case P2 -> Page.Style.YELLOW;
            case P3 -> Page.Style.BLUE;
            case P4 -> Page.Style.GREEN;
        };
    }
}
