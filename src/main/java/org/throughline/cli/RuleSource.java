package org.throughline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.app.RuleNews;
import org.throughline.app.Rules;
import org.throughline.facts.Problem;
import org.throughline.report.ProblemText;

/** Where commands get their rules from: {@link Rules}, unless a test runs many commands on the same. */
@FunctionalInterface
interface RuleSource {

    Rules read(@Nullable Path folder, @Nullable Path thresholds);

    static RuleSource telling(Console console) {
        return (folder, thresholds) -> Rules.read(folder, thresholds, news(console));
    }

    /** Says on the console when it will take longer, and why. */
    static RuleNews news(Console console) {
        return new RuleNews() {
            @Override
            public void compiling(int files) {
                String which = files == 1 ? "a rule file that is" : files + " rule files that are";
                console.err().println("Compiling " + which + " new to this program; that is done once.");
            }

            @Override
            public void warned(Problem problem) {
                console.err().println(ProblemText.line(problem));
            }
        };
    }
}
