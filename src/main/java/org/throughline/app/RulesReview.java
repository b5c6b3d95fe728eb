package org.throughline.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.recommending.Recommending;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.intake.Mapping;
import org.throughline.intake.Vocabulary;
import org.throughline.rulebook.EditedRules;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;

/**
 * What a check of a rules folder found.
 *
 * @param flaws as they stand in the files
 * @param files how many were checked
 */
public record RulesReview(List<Flaw> flaws, int files) {

    /**
     * @param folder a rules folder, or null for those that the program would use
     * @throws WrongUseException if there is no such folder
     * @throws UnusableException if it cannot be read
     */
    public static RulesReview of(@Nullable Path folder) {
        try {
            RuleFiles files = Rules.filesIn(folder);
            return new RulesReview(flaws(files), files.texts().size());
        } catch (RuleBookException e) {
            throw UnusableException.of(e);
        }
    }

    static List<Flaw> flaws(RuleFiles files) {
        List<Flaw> flaws = new ArrayList<>(RuleBooks.check(files, Settings.edited(), EditedRules.Told.NOBODY));
        List<Problem> inTables = new ArrayList<>(wordsAndMappings(files));
        if (flaws.stream().noneMatch(Flaw::isError)) {
            inTables.addAll(advice(files));
            inTables.addAll(FollowingTables.problems(files, RuleBooks.diagnostics(files)));
        }
        flaws.addAll(RuleBooks.flaws(inTables, files));
        return flaws.stream().sorted().distinct().toList();
    }

    private static List<Problem> wordsAndMappings(RuleFiles files) {
        List<Problem> problems = new ArrayList<>();
        files.texts().forEach((path, text) -> {
            if (path.equals(Rules.SYNONYMS)) {
                problems.addAll(Vocabulary.parse(path, text).problems());
            } else if (path.startsWith(Rules.MAPPINGS) && path.endsWith(Rules.YAML)) {
                problems.addAll(Mapping.parse(path, text).problems());
            }
        });
        return problems;
    }

    private static List<Problem> advice(RuleFiles files) {
        try {
            Recommending.check(files, RuleBooks.diagnostics(files), RuleBooks.thresholds(files, "", null));
            return List.of();
        } catch (RuleBookException e) {
            return e.problems();
        }
    }

    /** Whether the rules can be used. */
    public boolean isSound() {
        return flaws.stream().noneMatch(Flaw::isError);
    }
}
