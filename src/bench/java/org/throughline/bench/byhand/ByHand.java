package org.throughline.bench.byhand;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;

/** The diagnostics in plain Java, with the shipped limits. */
public final class ByHand {

    private static final int SHARES_PER_CORE = 4;

    private final Lookup lookup;

    private ByHand(Portfolio portfolio) {
        this.lookup = new Lookup(portfolio);
    }

    /** All findings, by diagnostic and subject, worked out on this thread. */
    public static List<Finding> findings(Portfolio portfolio) {
        ByHand byHand = new ByHand(portfolio);
        Found found = byHand.none();
        byHand.lookup.places.values().forEach(place -> byHand.judge(place, found));
        byHand.across(found);
        return found.sorted();
    }

    /** The same on all cores: workflow by workflow side by side, as the engine does with parts. */
    public static List<Finding> findingsInParallel(Portfolio portfolio) {
        ByHand byHand = new ByHand(portfolio);
        List<Place> places = new ArrayList<>(byHand.lookup.places.values());
        int shares = SHARES_PER_CORE * Runtime.getRuntime().availableProcessors();
        Found found = byHand.none();
        IntStream.range(0, shares)
                .parallel()
                .mapToObj(i -> byHand.judge(share(places, i, shares)))
                .toList()
                .forEach(found::addAll);
        byHand.across(found);
        return found.sorted();
    }

    private static List<Place> share(List<Place> places, int i, int shares) {
        return places.subList(places.size() * i / shares, places.size() * (i + 1) / shares);
    }

    private Found none() {
        return new Found(!lookup.knowsDecisions);
    }

    private Found judge(List<Place> places) {
        Found found = none();
        places.forEach(place -> judge(place, found));
        return found;
    }

    private void judge(Place place, Found found) {
        place.cases.forEach(one -> one.settle(lookup));
        place.measure(lookup.knowsSteps);
        place.cases.forEach(one -> judge(one, found));
        new Environment(lookup, found).judge(place);
        new Multiplying(lookup, found).judge(place);
    }

    private void judge(Case one, Found found) {
        new Proof(lookup, found).judge(one);
        new Commitment(lookup, found).judge(one);
        new Scaling(lookup, found).judge(one);
    }

    private void across(Found found) {
        for (Case one : lookup.unplaced) {
            one.settle(lookup);
            judge(one, found);
        }
        new Commitment(lookup, found).judgeOrganisation();
        new Multiplying(lookup, found).judgeOrganisation();
        new Duplicates(lookup, found).judge();
    }
}
