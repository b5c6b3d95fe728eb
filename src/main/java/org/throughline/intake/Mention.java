package org.throughline.intake;

import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;

/** Something that rows refer to and that has no row of its own, with the first row that does. */
final class Mention {

    final String id;
    final String name;
    /** Of a team: the team above it, or null. */
    final @Nullable String parent;

    final Draft draft;
    final Attribute column;
    int count;

    Mention(String id, String name, @Nullable String parent, Draft draft, Attribute column) {
        this.id = id;
        this.name = name;
        this.parent = parent;
        this.draft = draft;
        this.column = column;
    }
}
