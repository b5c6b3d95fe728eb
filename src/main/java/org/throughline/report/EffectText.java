package org.throughline.report;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.advice.Sensitivity;
import org.throughline.findings.Threshold;

/** What other rules would say of the same facts, for whoever edits them. */
public final class EffectText {

    private static final int INDENT = 2;
    private static final int VERB = 12;

    private EffectText() {}

    /** What was edited, and what that changes, each with the edit that makes the difference. */
    public static void write(Effect effect, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        if (effect.edits().isEmpty()) {
            page.paragraph(0, "The rules are the same.", Page.Style.BOLD);
            return;
        }
        page.heading("Edited");
        effect.edits().forEach(edit -> page.hang(" ".repeat(INDENT), 2 * INDENT, edit));
        changes("Findings", effect.of(Change.Part.FINDING), page);
        changes("Recommendations", effect.of(Change.Part.RECOMMENDATION), page);
        page.blank();
        page.paragraph(0, summary(effect.changes()), Page.Style.BOLD);
    }

    private static void changes(String heading, List<Change> changes, Page page) {
        if (!changes.isEmpty()) {
            page.heading(heading);
            changes.forEach(change -> {
                change(change, INDENT, page);
                if (!change.because().isEmpty()) {
                    page.hang(" ".repeat(VERB), VERB, "because " + String.join("; or because ", change.because()));
                }
            });
        }
    }

    private static void change(Change it, int indent, Page page) {
        page.labelled(
                indent, it.verb(), indent + VERB - INDENT, it.id() + " (" + place(it) + "): " + Words.clean(it.text()));
    }

    /** {@code medium, was high}. */
    private static String place(Change it) {
        if (it.before() == null || it.after() == null) {
            return it.before() == null ? String.valueOf(it.after()) : "was " + it.before();
        }
        return it.after() + ", was " + it.before();
    }

    static String summary(List<Change> changes) {
        return changes.isEmpty()
                ? "Nothing changes in the advice on these facts."
                : counts(changes, Change.Part.FINDING, "finding") + "; "
                        + counts(changes, Change.Part.RECOMMENDATION, "recommendation") + ".";
    }

    private static String counts(List<Change> changes, Change.Part part, String noun) {
        return Words.count(count(changes, part, "appears"), noun) + " more, " + count(changes, part, "vanishes")
                + " less, " + count(changes, part, "differs") + " otherwise";
    }

    private static long count(List<Change> changes, Change.Part part, String verb) {
        return changes.stream()
                .filter(change -> change.part() == part && change.verb().equals(verb))
                .count();
    }

    /** For each threshold what other values would change; those that change nothing in one sentence. */
    public static void sensitivity(List<Sensitivity> all, Screen screen, Appendable out) {
        Page page = new Page(screen, out);
        all.stream().filter(one -> !one.changesNothing()).forEach(one -> {
            Threshold threshold = one.threshold();
            page.heading(threshold.name() + " = " + amount(threshold, threshold.value()));
            one.steps().forEach(step -> step(threshold, step, page));
        });
        List<String> firm = all.stream()
                .filter(Sensitivity::changesNothing)
                .map(one -> one.threshold().name())
                .toList();
        page.blank();
        if (!firm.isEmpty()) {
            page.paragraph(0, "A quarter more or less changes nothing: " + String.join(", ", firm) + ".");
        }
    }

    private static void step(Threshold threshold, Sensitivity.Step step, Page page) {
        String percent = (step.percent() > 0 ? "+" : "") + step.percent() + "%";
        page.paragraph(INDENT, percent + " (" + amount(threshold, step.value()) + "): " + summary(step.changes()));
        step.changes().stream()
                .filter(change -> change.part() == Change.Part.FINDING)
                .forEach(change -> change(change, 2 * INDENT, page));
    }

    private static String amount(Threshold threshold, BigDecimal value) {
        return Words.amount(value, threshold.unit());
    }
}
