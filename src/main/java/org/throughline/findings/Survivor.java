package org.throughline.findings;

import org.jspecify.annotations.Nullable;

/**
 * A change of a rule that no scenario notices.
 *
 * @param differsIn a scenario in which other things are said because of it, without its {@code expected.yaml} asking for them; null where it
 *     makes no difference in any
 */
public record Survivor(Alteration alteration, @Nullable String differsIn) {}
