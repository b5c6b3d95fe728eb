package org.throughline.engine.recommending;

import java.util.List;
import java.util.Objects;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/** What of a portfolio a {@link Terrain} is made from: who belongs to whom and what it is called, and how many items pass. */
final class Ground {

    private static final Attribute ITEMS = Kind.WORKFLOW.attribute("items_per_month");

    private static final List<Kind> READ =
            List.of(Kind.USE_CASE, Kind.WORKFLOW, Kind.STEP, Kind.HANDOFF, Kind.TEAM, Kind.PERSON, Kind.FRICTION);

    private Ground() {}

    /** Whether a terrain of the one is a terrain of the other. */
    static boolean isSame(Portfolio one, Portfolio other) {
        return READ.stream()
                .allMatch(kind -> areSame(one.facts().get(kind), other.facts().get(kind)));
    }

    private static boolean areSame(List<? extends Fact> some, List<? extends Fact> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i) && !areSame(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areSame(Fact one, Fact other) {
        for (Attribute attribute : one.factKind().attributes()) {
            if (isRead(attribute) && !Objects.equals(one.value(attribute.index()), other.value(attribute.index()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRead(Attribute attribute) {
        return switch (attribute.type()) {
            case ID, TEXT, LIST, TEAM, TEAMS, PERSON -> true;
            default -> attribute.equals(ITEMS);
        };
    }
}
