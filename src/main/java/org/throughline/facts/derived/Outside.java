package org.throughline.facts.derived;

import java.util.List;
import org.throughline.facts.Adoption;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;

/**
 * A team that works with a use case is known not to be within what the owner of its outcome may decide.
 *
 * @param live true if the use case is live, false if nobody can tell because its stage is not known
 */
public record Outside(Adoption adoption, String useCaseId, String teamId, boolean live) implements Derived {

    public Outside(Adoption adoption, UseCase useCase) {
        this(adoption, adoption.useCaseId(), adoption.teamId(), !useCase.unknown("stage"));
    }

    @Override
    public List<Cell> cells() {
        return List.of(adoption.cell("team_id"));
    }
}
