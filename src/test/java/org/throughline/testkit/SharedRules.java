package org.throughline.testkit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;

/** The shipped rules as commands and requests take them, loaded once for all tests: that costs more than most commands. */
public final class SharedRules {

    private static final class Holder {
        static final Rules RULES = Rules.read(null, null).loaded();
    }

    private SharedRules() {}

    public static Rules get() {
        return Holder.RULES;
    }

    /** The shared ones where nothing else is asked for. */
    public static Rules read(@Nullable Path folder, @Nullable Path thresholds) {
        return folder == null && thresholds == null ? get() : Rules.read(folder, thresholds);
    }
}
