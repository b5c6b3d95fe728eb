package org.throughline.findings;

import org.throughline.facts.Fact;

/**
 * What a finding or a recommendation is about.
 *
 * @param id the fact's id; {@code workflow/step} for a step, {@code workflow/from->to} for a handoff, {@code organisation} for the whole
 * @param name what people call it
 */
public record Subject(SubjectType type, String id, String name) {

    public static final Subject ORGANISATION =
            new Subject(SubjectType.ORGANISATION, "organisation", "the organisation");

    public static Subject of(Fact fact) {
        return new Subject(SubjectType.of(fact.factKind()), fact.key(), fact.label());
    }

    /** Type and id: the same for the same subject, whatever it is called. */
    public String key() {
        return type.word() + ":" + id;
    }
}
