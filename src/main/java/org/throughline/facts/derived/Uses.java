package org.throughline.facts.derived;

import java.util.List;

/**
 * What {@code uses(...)} in a rule says of several adopted use cases.
 *
 * @param adoptions pairs of use case and team
 * @param teams different teams
 * @param useCases how many of the use cases there are
 */
public record Uses(int adoptions, int teams, int useCases, List<Adopted> of) {

    public Uses {
        of = List.copyOf(of);
    }
}
