package org.throughline.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.findings.Subject;

/**
 * The portfolio by stage: each use case with its age, who answers for it and what was decided.
 *
 * @param columns those stages that have use cases, in their order
 */
public record Board(List<Column> columns) {

    /** @param cards the oldest first; {@code more} are not shown */
    public record Column(String stage, int count, int owned, int decided, List<Card> cards, int more) {}

    /**
     * A use case.
     *
     * @param days since its start, or null where nobody knows
     * @param owner who answers for its outcome, or null
     * @param ownerKnown whether the inventory says who answers or that nobody does
     * @param decision the last that was made on it, or null
     */
    public record Card(
            String id,
            String name,
            @Nullable String team,
            @Nullable Long days,
            @Nullable String owner,
            boolean ownerKnown,
            @Nullable Decision decision) {}

    /** What is between a pilot and the way the work is done is shown where nothing is in it, too. */
    private static final List<Stage> WAY = List.of(Stage.PILOT, Stage.VALIDATED, Stage.IN_USE, Stage.STANDARD);

    private static final Comparator<Card> OLDEST_FIRST = Comparator.comparing(
                    Card::days, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
            .thenComparing(Card::id);

    /** @param shown cards of a column at most */
    static Board of(Lookup lookup, Selection asked, int shown) {
        Map<String, Decision> decisions = decisions(lookup);
        Map<Stage, List<Card>> byStage = new java.util.EnumMap<>(Stage.class);
        List<Card> unknown = new ArrayList<>();
        LocalDate asOf = lookup.portfolio().asOf();
        String words = Lookup.lower(asked.q());
        for (UseCase it : lookup.portfolio().useCases()) {
            if (it.listed() && matches(it, asked, words, lookup.places())) {
                List<Card> cards =
                        it.stage() == null ? unknown : byStage.computeIfAbsent(it.stage(), key -> new ArrayList<>());
                cards.add(card(it, asOf, decisions.get(it.id()), lookup.places()));
            }
        }
        if (!byStage.isEmpty()) {
            WAY.forEach(stage -> byStage.computeIfAbsent(stage, key -> new ArrayList<>()));
        }
        List<Column> columns = new ArrayList<>();
        byStage.forEach(
                (stage, cards) -> columns.add(column(stage.name().toLowerCase(java.util.Locale.ROOT), cards, shown)));
        if (!unknown.isEmpty()) {
            columns.add(column("stage not known", unknown, shown));
        }
        return new Board(columns);
    }

    private static Map<String, Decision> decisions(Lookup lookup) {
        Map<String, Decision> last = new HashMap<>();
        for (Decision it : lookup.portfolio().decisions()) {
            if (it.subjectType() == DecisionSubject.USE_CASE && it.subjectId() != null) {
                last.merge(it.subjectId(), it, Board::later);
            }
        }
        return last;
    }

    private static Decision later(Decision one, Decision other) {
        boolean after = other.decidedOn() != null
                && (one.decidedOn() == null || other.decidedOn().isAfter(one.decidedOn()));
        return after ? other : one;
    }

    private static boolean matches(UseCase it, Selection asked, String words, Places places) {
        boolean onIt =
                String.valueOf(asked.workflow()).isEmpty() || asked.workflow().equals(it.workflowId());
        if (!onIt || !words.isEmpty() && !Lookup.lower(it.label()).contains(words)) {
            return false;
        }
        String unit = String.valueOf(asked.unit());
        Set<String> units = unit.isEmpty() ? Set.of() : places.units(Subject.of(it));
        return unit.isEmpty() || units.contains(unit);
    }

    private static Card card(UseCase it, LocalDate asOf, @Nullable Decision decision, Places places) {
        String owner = it.outcomeOwnerId();
        return new Card(
                it.id(),
                it.label(),
                it.teamId() == null ? null : places.teamName(it.teamId()),
                it.startedOn() == null ? null : Math.max(0, ChronoUnit.DAYS.between(it.startedOn(), asOf)),
                owner == null ? null : places.personName(owner),
                owner != null || it.absent("outcome_owner_id"),
                decision);
    }

    private static Column column(String stage, List<Card> cards, int shown) {
        cards.sort(OLDEST_FIRST);
        int owned = (int) cards.stream().filter(card -> card.owner() != null).count();
        int decided =
                (int) cards.stream().filter(card -> card.decision() != null).count();
        List<Card> first = List.copyOf(cards.subList(0, Math.min(shown, cards.size())));
        return new Column(stage, cards.size(), owned, decided, first, cards.size() - first.size());
    }
}
