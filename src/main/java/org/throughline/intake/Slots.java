package org.throughline.intake;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** Where drafts of one table keep their values: only attributes that the table tells, or that we may fill in, take room. */
final class Slots {

    /** What a draft may be given though its table has no column for it. */
    private static final List<String> FILLED_IN = List.of("id", "team_id", "variant");

    private final List<Attribute> attributes;
    private final int[] slots;

    /** @param told in the order of their slots */
    Slots(Kind kind, List<Attribute> told) {
        Set<Attribute> all = new LinkedHashSet<>(told);
        FILLED_IN.stream().map(kind::find).filter(java.util.Objects::nonNull).forEach(all::add);
        this.attributes = List.copyOf(all);
        this.slots = new int[kind.attributes().size()];
        Arrays.fill(slots, -1);
        for (int slot = 0; slot < attributes.size(); slot++) {
            slots[attributes.get(slot).index()] = slot;
        }
    }

    int count() {
        return attributes.size();
    }

    Attribute attribute(int slot) {
        return attributes.get(slot);
    }

    /** The slot of an attribute, or -1 where there is none. */
    int of(Attribute attribute) {
        return slots[attribute.index()];
    }
}
