package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Flaw;
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
        if (folder != null && !Files.isDirectory(folder)) {
            throw WrongUseException.of(
                    folder.toString(), "There is no such folder.", "A folder of rule files.", "Correct the path.");
        }
        try {
            RuleFiles files = RuleBooks.files(folder);
            return new RulesReview(RuleBooks.check(files), files.texts().size());
        } catch (IOException e) {
            throw UnusableException.of(
                    String.valueOf(folder), "It cannot be read.", "Files in UTF-8.", "Check that you may read them.");
        }
    }

    /** Whether the rules can be used. */
    public boolean isSound() {
        return flaws.stream().noneMatch(Flaw::isError);
    }
}
