package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.check.RuleCheck;

/** Compiles one rule file, to hear what only the compiler knows, and looks at what it made. Nothing of it is loaded. */
final class Compilation {

    private Compilation() {}

    /** All together where nothing is wrong with them, which is faster than one by one. */
    static List<Flaw> check(RuleFiles rules, EditedRules edited, EditedRules.Told told) {
        if (compiles(rules.texts().values(), edited, told)) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        rules.texts().forEach((file, text) -> flaws.addAll(check(file, text, edited)));
        return flaws;
    }

    private static boolean compiles(Collection<String> texts, EditedRules edited, EditedRules.Told told) {
        try {
            edited.of(texts, told);
            return true;
        } catch (RuleBookException e) {
            return false;
        }
    }

    private static List<Flaw> check(String file, String text, EditedRules edited) {
        try {
            edited.of(List.of(text), EditedRules.Told.NOBODY);
            return List.of();
        } catch (RuleBookException e) {
            return ruleByRule(file, text, e.problems());
        }
    }

    private static RuleFiles alone(String file, String text) {
        return new RuleFiles(new TreeMap<>(java.util.Map.of(file, text)));
    }

    /** The compiler seldom says which rule it means: the one that does not compile alone. */
    private static List<Flaw> ruleByRule(String file, String text, List<Problem> problems) {
        List<Flaw> flaws = new ArrayList<>();
        for (RuleCheck.Place rule : RuleCheck.places(file, text)) {
            try {
                RuleCompiler.compile(alone(file, rule.alone()));
            } catch (RuleBookException e) {
                flaws.add(rule.flaw(words(e.problems())));
            }
        }
        if (flaws.isEmpty()) {
            flaws.add(Inspection.flaw(problems.get(0), alone(file, text)));
        }
        return flaws;
    }

    private static String words(List<Problem> problems) {
        String first = problems.get(0).found().lines().findFirst().orElse("").strip();
        return "the compiler does not take this rule: " + first;
    }
}
