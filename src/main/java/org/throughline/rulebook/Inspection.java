package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.check.RuleCheck;

/** Everything that is wrong in a rules folder, found before any of it is run. */
final class Inspection {

    private static final RuleCheck SOURCES = new RuleCheck();

    private Inspection() {}

    /** @param shipped rules that need no compiling, or null */
    static List<Flaw> of(RuleFiles files, @Nullable RuleFiles shipped, EditedRules edited, EditedRules.Told told) {
        List<Flaw> flaws = ofTexts(files);
        Set<String> faulty =
                flaws.stream().filter(Flaw::isError).map(Flaw::file).collect(Collectors.toSet());
        RuleFiles changed = changed(files, shipped).rules();
        SortedMap<String, String> sound = new TreeMap<>(changed.texts());
        sound.keySet().removeAll(faulty);
        flaws.addAll(Compilation.check(new RuleFiles(sound), edited, told));
        flaws.sort(null);
        return flaws;
    }

    /** The rules whose text is not that of a shipped file, whatever it is called. */
    private static RuleFiles changed(RuleFiles files, @Nullable RuleFiles shipped) {
        Set<String> carried =
                shipped == null ? Set.of() : Set.copyOf(shipped.texts().values());
        return files.rules(text -> !carried.contains(text));
    }

    /**
     * What a book is put together from whose rules are not all shipped.
     *
     * @throws RuleBookException with everything that is wrong in it
     */
    static Parts parts(RuleFiles files, EditedRules edited, EditedRules.Told told) {
        if (!edited.areChecked(files, told)) {
            requireSound(files);
            edited.checked(files, told);
        }
        RuleFiles changed = changed(files, Shipped.files());
        SortedMap<String, String> same = new TreeMap<>(files.rules().texts());
        same.keySet().removeAll(changed.texts().keySet());
        Set<String> names = RuleDocumentation.names(same.values());
        return new Parts(
                Layers.of(files.rules().texts().values()),
                same.isEmpty() ? Shipped.Carried.NOTHING : Shipped.watched(),
                rule -> names.contains(rule.getName()),
                compiled(changed, edited, told));
    }

    private static List<Models> compiled(RuleFiles changed, EditedRules edited, EditedRules.Told told) {
        try {
            return edited.of(changed.texts().values(), told);
        } catch (RuleBookException e) {
            List<Flaw> flaws = Compilation.check(changed, edited, EditedRules.Told.NOBODY);
            throw flaws.isEmpty() ? e : RuleBookException.of(flaws);
        }
    }

    /** What can be told from the texts of rules and from the thresholds. */
    static List<Flaw> ofTexts(RuleFiles files) {
        List<Flaw> flaws = new ArrayList<>(SOURCES.check(files));
        try {
            Thresholds.parse("thresholds.csv", RuleBooks.required(files, "thresholds.csv"));
            WordLists.of(files);
        } catch (RuleBookException e) {
            e.problems().forEach(problem -> flaws.add(flaw(problem, files)));
        }
        flaws.sort(null);
        return flaws;
    }

    /** @throws RuleBookException if something in the texts is an error */
    static void requireSound(RuleFiles files) {
        List<Flaw> errors = ofTexts(files).stream().filter(Flaw::isError).toList();
        if (!errors.isEmpty()) {
            throw RuleBookException.of(errors);
        }
    }

    /** What somebody else found in a table. */
    static Flaw flaw(Problem given, RuleFiles files) {
        Problem problem = files.placed(given);
        String file = problem.file() == null ? "rules" : problem.file();
        int line = problem.row() == null ? 0 : problem.row();
        List<String> lines = files.texts()
                .getOrDefault(String.valueOf(given.file()), "")
                .lines()
                .toList();
        String text = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        String expected = problem.expected().isBlank() ? "" : " (expected: " + problem.expected() + ")";
        Flaw.Weight weight = problem.severity() == Problem.Severity.ERROR ? Flaw.Weight.ERROR : Flaw.Weight.WARNING;
        return new Flaw(weight, file, line, 0, 1, null, problem.found() + expected, problem.fix(), text);
    }
}
