package org.throughline.app;

import org.throughline.facts.Problem;
import org.throughline.rulebook.EditedRules;

/** What happens while rules are loaded, for whoever waits for it; told on whatever thread. */
public interface RuleNews {

    RuleNews NOBODY = new RuleNews() {};

    /**
     * Rules are about to be compiled: they are neither those that the program carries nor in the cache.
     *
     * @param files how many
     */
    default void compiling(int files) {}

    /** Something is wrong with the cache or with where past rules are kept; nothing is lost but time. */
    default void warned(Problem problem) {}

    /** The same, for the compiler. */
    static EditedRules.Told told(RuleNews news) {
        return new EditedRules.Told() {
            @Override
            public void compiling(int files) {
                news.compiling(files);
            }

            @Override
            public void warned(Problem problem) {
                news.warned(problem);
            }
        };
    }
}
