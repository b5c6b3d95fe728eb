package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /** So many facts at a time, on whichever core. */
    private static final int PART = 20_000;

    private Facts() {}

    /** The fact of each draft, in their order. */
    static List<Fact> of(Kind kind, List<Draft> drafts) {
        Fact[] facts = new Fact[drafts.size()];
        IntStream.range(0, (facts.length + PART - 1) / PART)
                .parallel()
                .forEach(part -> fill(facts, part * PART, kind, drafts));
        return new ArrayList<>(Arrays.asList(facts));
    }

    private static void fill(Fact[] facts, int from, Kind kind, List<Draft> drafts) {
        Object[] values = new Object[kind.attributes().size()];
        for (int i = from; i < Math.min(facts.length, from + PART); i++) {
            Arrays.fill(values, null);
            Origin origin = drafts.get(i).writeTo(values);
            if (kind == Kind.ADOPTION && values[VARIANT.index()] instanceof String variant) {
                values[VARIANT.index()] = List.of(variant);
            }
            facts[i] = of(kind, origin, values);
        }
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
