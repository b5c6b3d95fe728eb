package org.throughline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;

/** Where commands get their rules from: {@link Rules#read}, unless a test runs many commands on the same. */
@FunctionalInterface
interface RuleSource {

    Rules read(@Nullable Path folder, @Nullable Path thresholds);
}
