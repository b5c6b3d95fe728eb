package org.throughline.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.facts.Problem;
import org.throughline.history.Handling;
import org.throughline.history.Lineage;
import org.throughline.history.SnapshotCard;
import org.throughline.store.Store;

/** What people make of recommendations. */
final class Reactions {

    private final Store store;
    private final Supplier<Advisor> advisor;
    private final Clock clock;

    Reactions(Store store, Supplier<Advisor> advisor, Clock clock) {
        this.store = store;
        this.advisor = advisor;
        this.clock = clock;
    }

    List<Followed> recommendations(SnapshotCard snapshot, Advice advice) {
        Lineage lineage = Lineage.of(store.links(snapshot.portfolio()));
        Map<String, Handling> handlings = store.handlings(snapshot.portfolio());
        LocalDate today = LocalDate.now(clock);
        return advice.recommendations().stream()
                .map(it -> {
                    String first = lineage.recommendation(it);
                    boolean own = handlings.containsKey(it.id()) && !handlings.containsKey(first);
                    String id = own ? it.id() : first; // touched before somebody said what it was called first
                    Handling handling = handlings.getOrDefault(id, Handling.untouched(id));
                    return new Followed(id, it, handling, handling.stateOn(today), handling.isHiddenOn(today));
                })
                .toList();
    }

    List<Handling> change(String portfolio, List<Store.Change> changes, String by) {
        List<Problem> lacks =
                changes.stream().flatMap(change -> lacks(change).stream()).toList();
        if (!lacks.isEmpty()) {
            throw RefusedException.wrong(lacks);
        }
        return store.change(portfolio, changes, clock.instant(), by);
    }

    private List<Problem> lacks(Store.Change change) {
        return change.wish().lacks(reasons()).stream()
                .map(lack -> RefusedException.problem(
                        change.recommendation() + ", " + lack.field(),
                        lack.found().substring(0, 1).toUpperCase(Locale.ROOT)
                                + lack.found().substring(1) + ".",
                        lack.expected(),
                        "Say it, and send the change again."))
                .toList();
    }

    List<String> reasons() {
        return new Rulings(advisor.get().rules()).reasons();
    }
}
