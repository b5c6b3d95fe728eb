package org.throughline.app;

import java.util.List;
import org.throughline.advice.Effect;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleFiles;
import org.throughline.scenario.Effects;
import org.throughline.scenario.TriedFacts;

/** An edit of one file of the rules that nobody has saved: what is wrong with it, and what it would change. */
public final class RuleDraft {

    private final Rules before;
    private final RuleFiles edited;
    private final boolean table;

    /** @param file from the rules folder: {@code diagnostics/proof/A1-undecided-proof.drl} */
    public RuleDraft(Rules rules, String file, String text) {
        this.before = rules;
        this.edited = rules.files().with(file, text);
        this.table = !file.endsWith(".drl");
    }

    /** All that a check of the whole folder finds, since an edit in one file may be an error in another. */
    public List<Flaw> flaws() {
        return RulesReview.flaws(edited);
    }

    /**
     * What the advice on given facts would be.
     *
     * @throws UnusableException if the draft is faulty
     */
    public Effect effect(Portfolio facts) {
        Rules after = table ? before.with(edited) : Rules.of(edited, "", null, RuleNews.NOBODY);
        return Advisor.watched(() -> Effects.of(before.book(), after.book(), TriedFacts.of(facts), Settings.edited()));
    }
}
