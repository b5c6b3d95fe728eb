package org.throughline.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.engine.Engine;
import org.throughline.rulebook.EditedRules;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;

/** What a change of rules does: each edit is also made alone, to tell which of them makes which difference. */
public final class Effects {

    private static final String TOGETHER = "several edits together";
    private static final String RULES_TOGETHER = "the edited rule files together";

    private final RuleBook before;
    private final RuleBook after;
    private final TriedFacts facts;
    private final Edits edits;
    private final Advice was;

    /** What differs with an edit alone, worked out when somebody asks. */
    private final Map<Edits.Edit, Set<String>> differing = new LinkedHashMap<>();

    private @Nullable Set<String> rulesTogether;

    private Effects(RuleBook before, RuleBook after, TriedFacts facts, EditedRules compiler) {
        this.before = before;
        this.after = after;
        this.facts = facts;
        this.edits = new Edits(before, after, compiler, facts.areReadAnew());
        this.was = advise(before);
    }

    /** @param compiler compiles the old rules with one edit each */
    public static Effect of(RuleBook before, RuleBook after, TriedFacts facts, EditedRules compiler) {
        return new Effects(before, after, facts, compiler).effect();
    }

    private Effect effect() {
        List<Change> changes = Differences.of(was, advise(after)).stream()
                .map(change -> change.because(reasons(change)))
                .toList();
        return new Effect(edits.words(), changes);
    }

    private Advice advise(RuleBook book) {
        return Engine.advise(book, facts.with(book.files()));
    }

    private List<String> reasons(Change change) {
        List<String> reasons = edits.all().stream()
                .filter(edit -> makes(edit, change))
                .flatMap(edit -> reasons(edit, change).stream())
                .toList();
        if (!reasons.isEmpty()) {
            return reasons;
        }
        return List.of(rulesTogether().contains(change.key()) ? RULES_TOGETHER : TOGETHER);
    }

    private List<String> reasons(Edits.Edit edit, Change change) {
        List<String> parts = edit.parts().stream()
                .filter(part -> makes(part, change))
                .map(Edits.Edit::words)
                .toList();
        if (!parts.isEmpty()) {
            return parts;
        }
        return List.of(edit.parts().isEmpty() ? edit.words() : edit.words() + ", its rules together");
    }

    private boolean makes(Edits.Edit edit, Change change) {
        Set<String> known = differing.get(edit);
        if (known == null) {
            known = keys(edit.alone());
            differing.put(edit, known);
        }
        return known.contains(change.key());
    }

    /** Worked out where something has no other reason, and there are several such files. */
    private Set<String> rulesTogether() {
        if (rulesTogether == null) {
            rulesTogether = edits.ofRules().size() > 1 ? keys(edits::allRules) : Set.of();
        }
        return rulesTogether;
    }

    private Set<String> keys(Supplier<RuleBook> edited) {
        try {
            return Differences.of(was, advise(edited.get())).stream()
                    .map(Change::key)
                    .collect(Collectors.toSet());
        } catch (RuleBookException e) { // such an edit is of no use alone
            return Set.of();
        }
    }
}
