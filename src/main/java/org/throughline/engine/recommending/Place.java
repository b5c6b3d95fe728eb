package org.throughline.engine.recommending;

import java.util.Comparator;
import org.throughline.facts.Texts;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** A unit at which something can be done. */
record Place(SubjectType type, String id) {

    static final Place ORGANISATION = new Place(SubjectType.ORGANISATION, Subject.ORGANISATION.id());

    static final Comparator<Place> IN_ORDER =
            Comparator.comparing(Place::type).thenComparing(Place::id, Texts.BY_CODE_POINT);

    static Place of(Subject subject) {
        return new Place(subject.type(), subject.id());
    }

    static Place useCase(String id) {
        return new Place(SubjectType.USE_CASE, id);
    }

    static Place workflow(String id) {
        return new Place(SubjectType.WORKFLOW, id);
    }

    static Place team(String id) {
        return new Place(SubjectType.TEAM, id);
    }

    /** {@code workflow:wf-1}: the end of a recommendation's id. */
    String key() {
        return type.word() + ":" + id;
    }
}
