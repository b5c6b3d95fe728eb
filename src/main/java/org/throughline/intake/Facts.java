package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;

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
            facts[i] = Fact.of(kind, origin, values);
        }
    }
}
