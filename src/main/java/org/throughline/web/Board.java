package org.throughline.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Portfolio;
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

    /** All use cases as cards, by stage, the oldest first; those whose stage nobody knows stand below {@code null}. */
    static final class Cards {

        private final Map<Stage, List<Placed>> byStage = new EnumMap<>(Stage.class);
        private final List<Placed> unknown = new ArrayList<>();

        /** @param name in small letters */
        private record Placed(UseCase it, Card card, String name) {}

        private static final Comparator<Placed> OLDEST_FIRST = Comparator.comparing(
                        (Placed it) -> it.card.days(), Comparator.nullsLast(Comparator.<Long>reverseOrder()))
                .thenComparing(it -> it.card.id());

        static Cards of(Portfolio portfolio, Places places) {
            Cards cards = new Cards();
            Map<String, Decision> decisions = decisions(portfolio);
            for (UseCase it : portfolio.useCases()) {
                if (it.listed()) {
                    Card card = card(it, portfolio.asOf(), decisions.get(it.id()), places);
                    cards.of(it.stage()).add(new Placed(it, card, Lookup.lower(it.label())));
                }
            }
            cards.byStage.values().forEach(stage -> stage.sort(OLDEST_FIRST));
            cards.unknown.sort(OLDEST_FIRST);
            return cards;
        }

        private List<Placed> of(@Nullable Stage stage) {
            return stage == null ? unknown : byStage.computeIfAbsent(stage, key -> new ArrayList<>());
        }
    }

    /** @param shown cards of a column at most */
    static Board of(Lookup lookup, Selection asked, int shown) {
        Cards cards = lookup.cards();
        String words = Lookup.lower(asked.q());
        List<Column> columns = new ArrayList<>();
        boolean any = false;
        for (Stage stage : Stage.values()) {
            Column column = column(
                    stage.name().toLowerCase(Locale.ROOT),
                    cards.byStage.getOrDefault(stage, List.of()),
                    it -> matches(it, asked, words, lookup.places()),
                    shown);
            any |= column.count() > 0;
            if (column.count() > 0 || WAY.contains(stage)) {
                columns.add(column);
            }
        }
        Column unknown =
                column("stage not known", cards.unknown, it -> matches(it, asked, words, lookup.places()), shown);
        if (!any) {
            columns.clear();
        }
        if (unknown.count() > 0) {
            columns.add(unknown);
        }
        return new Board(columns);
    }

    private static Map<String, Decision> decisions(Portfolio portfolio) {
        Map<String, Decision> last = new HashMap<>();
        for (Decision it : portfolio.decisions()) {
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

    private static boolean matches(Cards.Placed placed, Selection asked, String words, Places places) {
        UseCase it = placed.it;
        String workflow = String.valueOf(asked.workflow());
        if (!workflow.isEmpty() && !workflow.equals(it.workflowId()) || !placed.name.contains(words)) {
            return false;
        }
        String unit = String.valueOf(asked.unit());
        return unit.isEmpty() || places.units(Subject.of(it)).contains(unit);
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

    private static Column column(String stage, List<Cards.Placed> all, Predicate<Cards.Placed> wanted, int shown) {
        int count = 0;
        int owned = 0;
        int decided = 0;
        List<Card> first = new ArrayList<>();
        for (Cards.Placed placed : all) {
            if (wanted.test(placed)) {
                Card card = placed.card;
                count++;
                owned += card.owner() == null ? 0 : 1;
                decided += card.decision() == null ? 0 : 1;
                if (first.size() < shown) {
                    first.add(card);
                }
            }
        }
        return new Column(stage, count, owned, decided, first, count - first.size());
    }
}
