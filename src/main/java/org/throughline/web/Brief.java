package org.throughline.web;

import java.util.List;
import org.throughline.advice.Recommendation;
import org.throughline.web.Lookup.Item;

/** Parts of the brief as pages show them. */
final class Brief {

    private Brief() {}

    static List<KeyFigure> figures(Lookup lookup) {
        return lookup.advice().state().stream().map(KeyFigure::of).toList();
    }

    static List<Card> first(Lookup lookup, int count) {
        return lookup
                .items(new Selection(null, null, null, null, null, null, null, null, null, null, null, null))
                .stream()
                .limit(count)
                .map(item -> card(item, lookup))
                .toList();
    }

    static Card card(Item item, Lookup lookup) {
        List<Link> after =
                item.it().requires().stream().map(id -> link(id, lookup)).toList();
        return new Card(item.it(), item.findings().size(), after);
    }

    private static Link link(String id, Lookup lookup) {
        Item first = lookup.find(id);
        return first == null
                ? new Link(id, id, 0)
                : new Link(id, first.it().title(), first.it().rank());
    }

    /**
     * A recommendation as the brief shows it.
     *
     * @param after what must come first
     */
    public record Card(Recommendation it, int findings, List<Link> after) {}

    /** @param rank 0 where it is not among the recommendations */
    public record Link(String id, String title, int rank) {}
}
