package org.throughline.app;

import java.io.Serializable;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.Worker;
import org.throughline.rulebook.RuleFiles;

/**
 * Rules on their way to another process of the same program. Those that it carries itself are not compiled again there.
 *
 * @param texts by path
 * @param own an organisation's own thresholds over theirs, or null
 */
public record SentRules(
        TreeMap<String, String> texts, @Nullable String own) implements Serializable {

    /**
     * Who fires them on parts of a portfolio there.
     *
     * @param setting as the engine gave it
     */
    public Worker worker(byte[] setting) {
        Rules rules = Rules.of(new RuleFiles(texts), "thresholds", own, RuleNews.NOBODY);
        return new Worker(rules.book(), setting);
    }
}
