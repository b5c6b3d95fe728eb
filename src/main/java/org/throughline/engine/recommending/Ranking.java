package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Texts;

/**
 * The order of recommendations. What others depend on takes over their weight where that is more, so that it never ranks below them; of
 * equal weights what comes first by {@code after} comes first, then the smaller id.
 */
final class Ranking {

    /**
     * A draft with its place in the order.
     *
     * @param requires what must come first, by rank
     * @param lifting what it stands here for, or null where it stands here by itself
     */
    record Ranked(
            Draft draft,
            Weight weight,
            List<Draft> requires,
            @Nullable Draft lifting) {

        private Ranked inOrder(List<Draft> order) {
            List<Draft> sorted = order.stream().filter(requires::contains).toList();
            return new Ranked(draft, weight, sorted, lifting);
        }
    }

    private static final Comparator<Ranked> FIRST = Comparator.comparing(Ranked::weight)
            .thenComparing(ranked -> ranked.draft().remedy().level())
            .thenComparing(ranked -> ranked.draft().id(), Texts.BY_CODE_POINT);

    private final Map<String, List<Draft>> byKind = new HashMap<>();
    private final Map<Draft, List<Draft>> before = new HashMap<>();
    private final Map<Draft, Ranked> ranked = new HashMap<>();

    private Ranking(List<Draft> drafts) {
        drafts.forEach(draft -> byKind.computeIfAbsent(draft.remedy().kind(), key -> new ArrayList<>())
                .add(draft));
        drafts.forEach(draft -> before.put(draft, requiredBy(draft)));
    }

    static List<Ranked> rank(List<Draft> drafts) {
        Ranking ranking = new Ranking(drafts);
        List<Ranked> first = drafts.stream()
                .sorted(Comparator.comparing((Draft draft) -> -draft.remedy().level())
                        .thenComparing(Draft::id, Texts.BY_CODE_POINT))
                .map(ranking::weigh)
                .sorted(FIRST)
                .toList();
        List<Draft> order = first.stream().map(Ranked::draft).toList();
        return first.stream().map(one -> one.inOrder(order)).toList();
    }

    private List<Draft> requiredBy(Draft draft) {
        List<Draft> required = new ArrayList<>();
        for (String kind : draft.remedy().after()) {
            for (Draft candidate : byKind.getOrDefault(kind, List.of())) {
                if (!Collections.disjoint(candidate.concerned(), draft.concerned())) {
                    required.add(candidate);
                }
            }
        }
        return required;
    }

    /** Called for later levels first, so that all that waits for the draft is weighed. */
    private Ranked weigh(Draft draft) {
        Weight weight = draft.weight();
        Draft lifting = null;
        for (Ranked later : waitingFor(draft)) {
            Weight lifted = weight.lifted(later.weight());
            lifting = lifting == null && lifted.compareTo(weight) < 0 ? later.draft() : lifting;
            weight = lifted;
        }
        Ranked own = new Ranked(draft, weight, Objects.requireNonNull(before.get(draft)), lifting);
        ranked.put(draft, own);
        return own;
    }

    private List<Ranked> waitingFor(Draft draft) {
        return ranked.values().stream()
                .filter(later -> later.requires().contains(draft))
                .sorted(FIRST)
                .toList();
    }
}
