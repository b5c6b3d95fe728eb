package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;
import org.throughline.rulebook.RuleFiles;

/** The shipped rules as commands and requests take them, loaded once for all tests: that costs more than most commands. */
public final class SharedRules {

    private static final class Holder {
        static final Rules RULES = Rules.read(null, null).loaded();
    }

    private static final Map<RuleFiles, Rules> READ = new ConcurrentHashMap<>();

    private SharedRules() {}

    public static Rules get() {
        return Holder.RULES;
    }

    /** The shared ones where nothing else is asked for; and one book for files that are the same, for they need many seconds to compile. */
    public static Rules read(@Nullable Path folder, @Nullable Path thresholds) {
        if (folder == null && thresholds == null) {
            return get();
        }
        return thresholds == null && Files.isDirectory(folder)
                ? READ.computeIfAbsent(files(folder), files -> Rules.read(folder, null))
                : Rules.read(folder, thresholds);
    }

    private static RuleFiles files(Path folder) {
        try {
            return RuleFiles.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
