package org.throughline.portfolio;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.history.FollowThrough;
import org.throughline.history.FollowThrough.Past;
import org.throughline.history.Lineage;
import org.throughline.history.Moment;
import org.throughline.history.Outcome;
import org.throughline.history.SnapshotCard;
import org.throughline.store.Store;

/** What became of advice, snapshot by snapshot: what was fixed on paper is watched from one to the next, until something moves. */
final class Becoming {

    private final Portfolios portfolios;
    private final Rulings rulings;
    private final List<SnapshotCard> all;
    private final Lineage lineage;
    private final Map<String, Long> recommended;
    private final Map<Integer, Moment> moments = new HashMap<>();

    /** @param all snapshots of a portfolio, in the order of time; at least one */
    Becoming(Portfolios portfolios, Store store, Rulings rulings, List<SnapshotCard> all) {
        this.portfolios = portfolios;
        this.rulings = rulings;
        this.all = all;
        String portfolio = all.get(0).portfolio();
        this.lineage = Lineage.of(store.links(portfolio));
        this.recommended = store.recommended(portfolio);
    }

    /** What the facts of the snapshot at that place say about the advice on the one before; empty of the very first. */
    List<Outcome> outcomes(int place) {
        LocalDate watched = all.get(place).asOf().minusDays(rulings.paperWatch());
        int from = 1;
        while (from < place && all.get(from).asOf().isBefore(watched)) {
            from++;
        }
        List<Outcome> outcomes = List.of();
        for (int at = from; at <= place; at++) {
            outcomes = outcomes(at - 1, at, onPaper(outcomes));
        }
        return outcomes;
    }

    /** What the facts at the second place say about the advice at the first. */
    List<Outcome> outcomes(int before, int after) {
        return outcomes(before, after, onPaper(outcomes(before)));
    }

    private static Set<String> onPaper(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict() == Outcome.Verdict.FIXED_ON_PAPER)
                .map(Outcome::recommendation)
                .collect(Collectors.toSet());
    }

    private List<Outcome> outcomes(int before, int after, Set<String> onPaper) {
        Set<Long> numbers =
                all.subList(0, before).stream().map(SnapshotCard::number).collect(Collectors.toSet());
        Set<String> earlier = recommended.entrySet().stream()
                .filter(made -> numbers.contains(made.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Past past = new Past(earlier, onPaper, id -> first(id, before));
        return FollowThrough.outcomes(moment(before), moment(after), past, rulings.expectations());
    }

    private @Nullable Moment first(String recommendation, int before) {
        Long number = recommended.get(recommendation);
        for (int place = 0; place < before; place++) {
            if (number != null && all.get(place).number() == number) {
                return moment(place);
            }
        }
        return null;
    }

    private Moment moment(int place) {
        return moments.computeIfAbsent(place, at -> {
            SnapshotCard snapshot = all.get(at);
            return new Moment(portfolios.facts(snapshot), portfolios.advice(snapshot), lineage);
        });
    }
}
