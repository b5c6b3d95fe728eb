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
    static List<Flaw> of(RuleFiles files, @Nullable ShippedRules shipped) {
        List<Flaw> flaws = ofTexts(files);
        Set<String> faulty =
                flaws.stream().filter(Flaw::isError).map(Flaw::file).collect(Collectors.toSet());
        SortedMap<String, String> changed = new TreeMap<>(files.rules().texts());
        changed.entrySet()
                .removeIf(it -> faulty.contains(it.getKey())
                        || shipped != null
                                && it.getValue().equals(shipped.files().text(it.getKey())));
        flaws.addAll(Compilation.check(new RuleFiles(changed)));
        flaws.sort(null);
        return flaws;
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
    static Flaw flaw(Problem problem, RuleFiles files) {
        String file = problem.file() == null ? "rules" : problem.file();
        int line = problem.row() == null ? 0 : problem.row();
        List<String> lines = files.texts().getOrDefault(file, "").lines().toList();
        String text = line > 0 && line <= lines.size() ? lines.get(line - 1) : "";
        String expected = problem.expected().isBlank() ? "" : " (expected: " + problem.expected() + ")";
        Flaw.Weight weight = problem.severity() == Problem.Severity.ERROR ? Flaw.Weight.ERROR : Flaw.Weight.WARNING;
        return new Flaw(weight, file, line, 0, 1, null, problem.found() + expected, problem.fix(), text);
    }
}
