package org.throughline.findings;

import java.util.Locale;
import org.throughline.facts.Kind;

/** What a finding or a recommendation can be about. */
public enum SubjectType {
    USE_CASE,
    WORKFLOW,
    STEP,
    HANDOFF,
    TEAM,
    PERSON,
    FRICTION,
    ORGANISATION;

    /** As written in rules and in JSON: {@code use_case}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of fact that is such a subject. */
    public static SubjectType of(Kind kind) {
        return valueOf(kind.name());
    }

    /** @throws IllegalArgumentException if no subject type is written so */
    public static SubjectType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
