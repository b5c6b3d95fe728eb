package org.throughline.report;

import java.util.List;
import org.throughline.findings.Trial;
import org.throughline.findings.Unnoticed;
import org.throughline.findings.Verdict;

/** What scenarios say of rules, for whoever wrote them: what failed and how, then what no scenario shows. */
public final class TrialText {

    private static final int INDENT = 2;
    private static final int SHOWN = 50;

    private TrialText() {}

    /** @param everyRule whether to list for each rule the scenarios in which it fired */
    public static void write(Trial trial, boolean everyRule, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        trial.failed().forEach(verdict -> failed(verdict, page));
        if (everyRule) {
            page.heading("Where rules fired");
            trial.fired().forEach((rule, scenarios) -> {
                page.paragraph(INDENT, rule, Page.Style.BOLD);
                page.paragraph(2 * INDENT, scenarios.isEmpty() ? "nowhere" : String.join(", ", scenarios));
            });
        }
        silent(trial.silent(), everyRule, page);
        ConditionText.coverage(trial.conditions(), page);
        unnoticed(trial.unnoticed(), page);
        ConditionText.alterations(trial.alterations(), page);
        page.blank();
        page.paragraph(0, summary(trial), Page.Style.BOLD);
    }

    static void failed(Verdict verdict, Page page) {
        page.paragraph(0, "failed: " + verdict.scenario(), Page.Style.RED);
        verdict.differences().forEach(one -> page.hang(" ".repeat(INDENT) + "- ", 2 * INDENT, Words.clean(one)));
        page.blank();
    }

    /** Whoever runs one scenario of their own does not want to read about all other rules. */
    private static void silent(List<String> rules, boolean all, Page page) {
        if (!rules.isEmpty() && (all || rules.size() <= SHOWN)) {
            page.heading("Rules that fired in no scenario");
            rules.forEach(rule -> page.paragraph(INDENT, rule));
        }
    }

    private static void unnoticed(List<Unnoticed> all, Page page) {
        if (!all.isEmpty()) {
            page.heading("Write a scenario for this: no scenario would notice");
            all.forEach(one -> page.hang(" ".repeat(INDENT), 2 * INDENT, sentence(one)));
        }
    }

    /** {@code focus-use-cases (2) raised to 3 or lowered to 1; compared in B8}. */
    static String sentence(Unnoticed it) {
        String value = Words.amount(it.threshold().value(), it.threshold().unit());
        String used = it.diagnostics().isEmpty() ? "" : "; compared in " + String.join(", ", it.diagnostics());
        return it.threshold().name() + " (" + value + ") " + String.join(" or ", it.changes()) + used;
    }

    static String summary(Trial trial) {
        int failed = trial.failed().size();
        int rules = trial.fired().size();
        return Words.count(trial.verdicts().size(), "scenario") + ", "
                + (failed == 0 ? "all passed" : failed + " failed") + ". "
                + (rules - trial.silent().size()) + " of " + Words.count(rules, "rule") + " fired"
                + (trial.silent().size() > SHOWN ? " (--coverage lists the others)." : ".");
    }
}
