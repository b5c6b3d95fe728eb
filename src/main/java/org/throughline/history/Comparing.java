package org.throughline.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.Finding;
import org.throughline.findings.SubjectType;
import org.throughline.history.Comparison.CellChange;
import org.throughline.history.Comparison.Counts;
import org.throughline.history.Comparison.EffectSeen;
import org.throughline.history.Comparison.FactChange;
import org.throughline.history.Comparison.FindingChange;
import org.throughline.history.Comparison.Happened;

/** Puts two snapshots side by side. */
public final class Comparing {

    private final Moment before;
    private final Moment after;

    private Comparing(Moment before, Moment after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param numbers of the two snapshots
     * @param foundEarlier ids over time of what was found on snapshots before both
     * @param outcomes of the first one's advice by the second one's facts
     * @param done ids over time of recommendations that people say are done
     */
    public static Comparison of(
            Moment before,
            Moment after,
            long[] numbers,
            Set<String> foundEarlier,
            List<Outcome> outcomes,
            Set<String> done) {
        Comparing comparing = new Comparing(before, after);
        List<FactChange> facts = comparing.facts();
        return new Comparison(
                numbers[0],
                numbers[1],
                before.facts().asOf(),
                after.facts().asOf(),
                counts(facts),
                facts,
                comparing.findings(foundEarlier),
                outcomes,
                comparing.effects(outcomes, done));
    }

    private static Map<String, Counts> counts(List<FactChange> facts) {
        Map<String, int[]> counts = new TreeMap<>();
        for (FactChange change : facts) {
            String table = change.fact().substring(0, change.fact().indexOf('/'));
            counts.computeIfAbsent(table, key -> new int[3])[change.happened().ordinal()]++;
        }
        Map<String, Counts> all = new TreeMap<>();
        counts.forEach((table, of) -> all.put(table, new Counts(of[0], of[1], of[2])));
        return all;
    }

    private List<FactChange> facts() {
        Set<String> ids = new TreeSet<>(before.byId().keySet());
        ids.addAll(after.byId().keySet());
        List<FactChange> changes = new ArrayList<>();
        for (String id : ids) {
            Fact was = before.fact(id);
            Fact is = after.fact(id);
            Fact any = Objects.requireNonNull(is == null ? was : is);
            if (was == null || is == null) {
                changes.add(new FactChange(id, any.label(), was == null ? Happened.ADDED : Happened.GONE, List.of()));
            } else {
                List<CellChange> cells = cells(was, is);
                if (!cells.isEmpty()) {
                    changes.add(new FactChange(id, any.label(), Happened.CHANGED, cells));
                }
            }
        }
        return changes;
    }

    private List<CellChange> cells(Fact was, Fact is) {
        List<CellChange> changes = new ArrayList<>();
        for (Attribute column : was.factKind().attributes()) {
            String old = word(was, column);
            String now = word(is, column);
            boolean known = was.unknown(column.name()) == is.unknown(column.name());
            if (!known || !Cells.same(before.value(was, column), after.value(is, column))) {
                changes.add(new CellChange(column.name(), old, now));
            }
        }
        return changes;
    }

    private static String word(Fact fact, Attribute column) {
        return fact.unknown(column.name()) ? "unknown" : Cells.word(fact.value(column.index()));
    }

    private List<FindingChange> findings(Set<String> foundEarlier) {
        List<FindingChange> changes = new ArrayList<>();
        after.findings().forEach((id, finding) -> {
            if (!before.findings().containsKey(id)) {
                changes.add(change(id, finding, foundEarlier.contains(id) ? Happened.RETURNED : Happened.NEW));
            }
        });
        before.findings().forEach((id, finding) -> {
            if (!after.findings().containsKey(id)) {
                changes.add(change(id, finding, Happened.RESOLVED));
            }
        });
        changes.sort(Comparator.comparing(FindingChange::happened).thenComparing(FindingChange::finding));
        return changes;
    }

    private static FindingChange change(String id, Finding finding, Happened happened) {
        return new FindingChange(
                id,
                finding.diagnostic(),
                finding.severity().word(),
                finding.subject().name(),
                finding.statement(),
                happened);
    }

    private List<EffectSeen> effects(List<Outcome> outcomes, Set<String> done) {
        List<EffectSeen> effects = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Recommendation it = before.recommendations().get(outcome.recommendation());
            boolean isDone = outcome.verdict() == Outcome.Verdict.RESOLVED
                    || outcome.verdict() == Outcome.Verdict.FIXED_ON_PAPER
                    || done.contains(outcome.recommendation());
            if (it != null && isDone) {
                effects.add(effect(outcome.recommendation(), it));
            }
        }
        return effects;
    }

    private EffectSeen effect(String id, Recommendation it) {
        String place = place(it);
        Workflow was = place != null && before.fact(place) instanceof Workflow one ? one : null;
        Workflow is = place != null && after.fact(place) instanceof Workflow one ? one : null;
        BigDecimal old = was == null ? null : was.leadTimeH();
        BigDecimal now = is == null ? null : is.leadTimeH();
        BigDecimal items = is == null ? null : is.itemsPerMonth();
        boolean known = old != null && now != null && items != null;
        return new EffectSeen(
                id,
                it.title(),
                it.priority().hoursPerMonth(),
                known ? old.subtract(now).multiply(items) : null,
                was == null ? null : was.label(),
                old,
                now);
    }

    /** The workflow that it is about, as {@code workflows/wf-1}; null where it is about more than one, or none. */
    private @Nullable String place(Recommendation it) {
        String id = it.subject().id();
        return switch (it.subject().type()) {
            case WORKFLOW -> Movement.workflow(before, id);
            case STEP, HANDOFF -> Movement.workflow(before, id.substring(0, id.indexOf('/')));
            case USE_CASE ->
                before.fact("use_cases/" + before.first(SubjectType.USE_CASE, id)) instanceof UseCase useCase
                                && useCase.workflowId() != null
                        ? Movement.workflow(before, useCase.workflowId())
                        : null;
            default -> null;
        };
    }
}
