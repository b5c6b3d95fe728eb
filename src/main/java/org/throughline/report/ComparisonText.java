package org.throughline.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.history.Comparison;
import org.throughline.history.Comparison.EffectSeen;
import org.throughline.history.Comparison.FactChange;
import org.throughline.history.Comparison.FindingChange;
import org.throughline.history.Comparison.Happened;

/** Two snapshots side by side, for a terminal. */
public final class ComparisonText {

    private static final int INDENT = 2;
    private static final int COLUMN = 12;
    private static final int SHOWN = 20;

    private final Page page;

    private ComparisonText(Page page) {
        this.page = page;
    }

    public static void write(Comparison it, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        page.paragraph(
                0,
                "Snapshot %d (%s) and snapshot %d (%s)"
                        .formatted(it.before(), it.asOfBefore(), it.after(), it.asOfAfter()),
                Page.Style.BOLD);
        ComparisonText text = new ComparisonText(page);
        text.facts(it);
        text.findings(it.findings());
        new PortfolioText(page).outcomes(it.outcomes());
        text.effects(it.effects());
    }

    private void facts(Comparison it) {
        page.heading("Facts");
        if (it.facts().isEmpty()) {
            page.paragraph(INDENT, "All the same.");
        }
        it.tables()
                .forEach((table, counts) -> page.labelled(
                        INDENT,
                        Words.spaced(table),
                        20,
                        "%d added, %d changed, %d gone".formatted(counts.added(), counts.changed(), counts.gone())));
        page.blank();
        it.facts().stream().limit(SHOWN).forEach(this::fact);
        more(it.facts().size());
    }

    private void fact(FactChange change) {
        String what = change.fact() + (change.fact().endsWith("/" + change.name()) ? "" : " " + change.name());
        page.labelled(INDENT, Words.word(change.happened()), COLUMN, Words.clean(what));
        change.cells()
                .forEach(cell -> page.paragraph(
                        COLUMN,
                        Words.clean(cell.column() + ": " + cell.before() + " → " + cell.after()),
                        Page.Style.DIM));
    }

    private void findings(List<FindingChange> changes) {
        page.heading("Findings");
        if (changes.isEmpty()) {
            page.paragraph(INDENT, "All the same.");
        }
        Map<Happened, List<FindingChange>> by = changes.stream()
                .collect(Collectors.groupingBy(FindingChange::happened, TreeMap::new, Collectors.toList()));
        by.forEach((happened, of) -> {
            page.paragraph(INDENT, Words.word(happened) + ": " + of.size(), Page.Style.BOLD);
            of.stream()
                    .limit(SHOWN)
                    .forEach(change -> page.labelled(
                            2 * INDENT,
                            change.diagnostic(),
                            COLUMN - INDENT,
                            Words.clean(change.name() + ": " + change.statement())));
            more(of.size());
        });
    }

    private void more(int all) {
        if (all > SHOWN) {
            page.paragraph(2 * INDENT, "and " + (all - SHOWN) + " more: --format json has all");
        }
    }

    private void effects(List<EffectSeen> effects) {
        List<EffectSeen> told = effects.stream()
                .filter(it -> it.predicted() != null || it.observed() != null)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        page.heading("Predicted and observed, hours a month");
        told.forEach(it -> {
            page.paragraph(INDENT, Words.clean(it.title()));
            page.paragraph(
                    2 * INDENT,
                    "predicted " + number(it.predicted()) + ", observed " + number(it.observed()) + leadTime(it));
        });
    }

    private static String leadTime(EffectSeen it) {
        return it.leadTimeBefore() == null || it.leadTimeAfter() == null
                ? ""
                : " (lead time of \"" + it.workflow() + "\" " + Words.number(it.leadTimeBefore()) + " h → "
                        + Words.number(it.leadTimeAfter()) + " h)";
    }

    private static String number(@org.jspecify.annotations.Nullable BigDecimal hours) {
        return hours == null ? "not known" : Words.number(hours);
    }
}
