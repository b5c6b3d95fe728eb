package org.throughline.engine.functions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Chain;
import org.throughline.facts.derived.TeamTree;

/** {@code tree($chain)}: which team is above which. */
public final class TreeFunction extends Gathering<Chain> {

    public TreeFunction() {
        super(TeamTree.class);
    }

    @Override
    TeamTree summary(List<@Nullable Chain> values) {
        return new TeamTree(values.stream()
                .filter(Objects::nonNull)
                .map(chain -> (Chain) chain)
                .toList());
    }
}
