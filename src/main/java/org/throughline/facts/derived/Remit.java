package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Adoption;
import org.throughline.facts.Person;
import org.throughline.facts.UseCase;

/**
 * A team that works with a use case, beside the owner of its outcome.
 *
 * @param own true if the team lies within the owner's own team, or within one that the owner leads
 */
public record Remit(
        UseCase useCase,
        String useCaseId,
        Person owner,
        Adoption adoption,
        String teamId,
        Lineage lineage,
        boolean own) {

    public Remit(UseCase useCase, Person owner, Adoption adoption, Lineage lineage) {
        this(
                useCase,
                useCase.id(),
                owner,
                adoption,
                adoption.teamId(),
                lineage,
                lineage.within(owner.teamId()) || lineage.ledBy(owner.id()));
    }

    /** True if one of those teams is the team, or above it. */
    public boolean covered(List<String> scope) {
        return lineage.withinAny(scope);
    }
}
