package org.throughline.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.engine.Inquiry;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.findings.Flaw;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Trial;
import org.throughline.rulebook.RuleFiles;
import org.throughline.scenario.Effects;
import org.throughline.scenario.TriedFacts;

/** Edits of the rules that nobody has published: what is wrong with them, and what they would change. */
public final class RuleDraft {

    private static final int EXPLAINED = 60;

    private final Rules before;
    private final RuleFiles edited;
    private @Nullable Rules after;

    /** @param file from the rules folder: {@code diagnostics/proof/A1-undecided-proof.drl} */
    public RuleDraft(Rules rules, String file, String text) {
        this(rules, rules.files().with(file, text));
    }

    /** @param edited all of the rules folder */
    public RuleDraft(Rules rules, RuleFiles edited) {
        this.before = rules;
        this.edited = edited;
    }

    /** All that a check of the whole folder finds, since an edit in one file may be an error in another. */
    public List<Flaw> flaws() {
        return RulesReview.flaws(edited);
    }

    /** How many files there are with it. */
    public int size() {
        return edited.texts().size();
    }

    /**
     * What scenarios say of it.
     *
     * @throws UnusableException if the draft is faulty, or a scenario cannot be read
     */
    public Trial tested(Scenarios scenarios) {
        return scenarios.test(after());
    }

    /** Line by line, what is different. */
    public List<TextDiff> differences() {
        return TextDiff.of(before.files(), edited);
    }

    /**
     * What the advice on given facts would be.
     *
     * @throws UnusableException if the draft is faulty
     */
    public Effect effect(Portfolio facts) {
        Rules now = after();
        return Advisor.watched(() -> Effects.of(before.book(), now.book(), TriedFacts.of(facts), Settings.edited()));
    }

    /** Compiled once, however many facts it is tried on. */
    private synchronized Rules after() {
        if (after == null) {
            boolean tables = edited.rules().equals(before.files().rules());
            after = tables ? before.with(edited) : Rules.of(edited, "", null, RuleNews.NOBODY);
        }
        return after.loaded();
    }

    /**
     * The condition that makes the difference, of each finding that comes or goes, by its id: what failed before, or what fails now.
     *
     * @param effect on the same facts
     * @throws UnusableException if the draft is faulty
     */
    public Map<String, String> conditions(Effect effect, Portfolio facts) {
        List<Change> findings = effect.of(Change.Part.FINDING);
        Map<String, String> conditions = new LinkedHashMap<>();
        if (findings.stream().anyMatch(it -> it.before() == null || it.after() == null)) {
            Rules now = after();
            Inquiry then = Advisor.watched(() -> new Inquiry(before.book(), facts));
            Inquiry soon = Advisor.watched(() -> new Inquiry(now.book(), facts));
            for (Change it : findings.subList(0, Math.min(EXPLAINED, findings.size()))) {
                if (it.before() == null) {
                    add(it, soon, then, conditions);
                } else if (it.after() == null) {
                    add(it, then, soon, conditions);
                }
            }
        }
        return conditions;
    }

    private static void add(Change it, Inquiry found, Inquiry missed, Map<String, String> conditions) {
        found.advice().findings().stream()
                .filter(finding -> finding.id().equals(it.id()))
                .findFirst()
                .map(finding -> failing(finding, missed))
                .ifPresent(words -> conditions.put(it.id(), words));
    }

    private static @Nullable String failing(Finding finding, Inquiry missed) {
        return missed.whyNot(finding.diagnostic(), finding.subject()).stream()
                .flatMap(reasoning -> reasoning.conditions().stream())
                .filter(it -> it.outcome() == Reasoning.Outcome.FAILS)
                .findFirst()
                .map(RuleDraft::words)
                .orElse(null);
    }

    private static String words(Reasoning.Condition it) {
        return it.because().isEmpty() ? it.text() : it.text() + ": " + String.join("; ", it.because());
    }
}
