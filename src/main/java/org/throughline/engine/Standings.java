package org.throughline.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.advice.Standing;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.Active;
import org.throughline.facts.derived.Carried;
import org.throughline.facts.derived.Declared;

/** Says of each live use case what the rules derived about where it stands. */
final class Standings {

    private Standings() {}

    /** By id. */
    static List<Standing> of(List<Carried> carried) {
        List<Standing> standings = new ArrayList<>();
        for (Carried one : carried) {
            if (one instanceof Active active) {
                standings.add(new Standing(active.id(), false, null, active.settled(), active.assumed()));
            } else if (one instanceof Declared declared) {
                standings.add(new Standing(declared.id(), true, declared.on(), true, false));
            }
        }
        standings.sort(Comparator.comparing(Standing::useCaseId, Texts.BY_CODE_POINT));
        return standings;
    }
}
