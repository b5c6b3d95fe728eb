package org.throughline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.Decision;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Measure;
import org.throughline.facts.Origin;
import org.throughline.facts.Person;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** Values in the schema's order to the record of their kind. */
final class Facts {

    private static final Attribute VARIANT = Kind.ADOPTION.attribute("variant");

    private Facts() {}

    static Fact of(Draft draft) {
        if (draft.sheet.kind() == Kind.ADOPTION && draft.get(VARIANT) instanceof String variant) {
            draft.set(VARIANT, List.of(variant));
        }
        return of(draft.sheet.kind(), draft.origin(), draft.values);
    }

    static Fact of(Kind kind, Origin origin, @Nullable Object[] values) {
        return switch (kind) {
            case USE_CASE -> UseCase.of(origin, values);
            case WORKFLOW -> Workflow.of(origin, values);
            case STEP -> Step.of(origin, values);
            case HANDOFF -> Handoff.of(origin, values);
            case TEAM -> Team.of(origin, values);
            case PERSON -> Person.of(origin, values);
            case DECISION -> Decision.of(origin, values);
            case ADOPTION -> Adoption.of(origin, values);
            case RESPONSIBILITY -> Responsibility.of(origin, values);
            case FRICTION -> Friction.of(origin, values);
            case MEASURE -> Measure.of(origin, values);
        };
    }
}
