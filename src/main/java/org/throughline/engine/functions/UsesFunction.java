package org.throughline.engine.functions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Adopted;
import org.throughline.facts.derived.Uses;

/** {@code uses($adopted)}: how many adoptions by how many teams several adopted use cases have together. */
public final class UsesFunction extends Gathering<Adopted> {

    public UsesFunction() {
        super(Uses.class);
    }

    @Override
    Uses summary(List<@Nullable Adopted> values) {
        List<Adopted> adopted = new ArrayList<>();
        Set<String> teams = new HashSet<>();
        int adoptions = 0;
        for (Adopted one : values) {
            if (one != null) {
                adopted.add(one);
                teams.addAll(one.teamIds());
                adoptions += one.teams();
            }
        }
        return new Uses(adoptions, teams.size(), adopted.size(), adopted);
    }
}
