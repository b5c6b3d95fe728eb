package org.throughline.intake;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;

/**
 * What a header may stand for.
 *
 * @param parent true where the column holds the team above the one in {@code attribute}
 * @param when the rows in which it holds, or null for all
 */
record Meaning(
        Attribute attribute, boolean parent, @Nullable Condition when) {

    /** The attribute itself, in every row. */
    boolean isPlain() {
        return !parent && when == null;
    }

    /** The column of the canonical form, {@code team_id.parent} for a team above. */
    String name() {
        return parent ? attribute.name() + ".parent" : attribute.name();
    }
}
