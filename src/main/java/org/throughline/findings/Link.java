package org.throughline.findings;

import java.util.List;

/**
 * Something that is the case, with what it follows from.
 *
 * @param what in words: a fact with its row, a figure, a threshold, a finding
 * @param rule the rule that says so, or empty where the inventory or a table does
 * @param from what that rule read, in its order
 */
public record Link(String what, String rule, List<Link> from) {

    public Link {
        from = List.copyOf(from);
    }
}
