package org.throughline.oracle;

import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Friction;
import org.throughline.facts.Kind;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** The terms on use cases and what happened to them; {@link Flow} has those on workflows, {@link Tree} those on teams. */
final class Terms {

    final Index index;
    final LocalDate asOf;
    final Flow flow;
    final Tree tree;
    final Words words;
    private final Map<UseCase, Truth> declared = new HashMap<>();
    private final boolean assuming;
    private final boolean nudged;

    /**
     * @param assuming whether "settled" and "declared standard" are two-valued, as the specification wants; else they stay unknown
     * @param nudged whether limits are moved so that what lies at them fires
     */
    Terms(Index index, boolean assuming, boolean nudged, Set<String> placeholders) {
        this.index = index;
        this.asOf = index.portfolio.asOf();
        this.assuming = assuming;
        this.nudged = nudged;
        this.flow = new Flow(index);
        this.tree = new Tree(index);
        this.words = new Words(placeholders);
    }

    List<UseCase> useCases() {
        return index.portfolio.useCases();
    }

    Truth known(Kind kind) {
        return Truth.ifKnown(index.knows(kind));
    }

    /** There is one in that file; unknown where there is no such file. */
    Truth among(Kind kind, Stream<Truth> rows) {
        return index.knows(kind) ? Truth.any(rows) : Truth.UNKNOWN;
    }

    BigDecimal limit(Limit limit) {
        return limit.value(nudged);
    }

    boolean over(long days, Limit limit) {
        return BigDecimal.valueOf(days).compareTo(limit(limit)) > 0;
    }

    /** Days from that one to the as-of date; negative for a later one. */
    long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, asOf);
    }

    Truth startedOver(UseCase useCase, Limit limit) {
        return date(useCase, "started_on", day -> over(age(day), limit));
    }

    // declared standard

    Truth declared(@Nullable UseCase useCase) {
        if (useCase == null) {
            return taken(Truth.UNKNOWN);
        }
        return declared.computeIfAbsent(useCase, each -> taken(knownDeclared(each)));
    }

    private Truth knownDeclared(UseCase useCase) {
        Truth open = is(useCase, "stage", Stage.PILOT, Stage.VALIDATED, Stage.IN_USE);
        return is(useCase, "stage", Stage.STANDARD).or(open.and(standardised(useCase)));
    }

    private Truth standardised(UseCase useCase) {
        List<Decision> decisions = index.decisionsOn(useCase);
        return among(
                Kind.DECISION,
                decisions.stream()
                        .map(each -> isKind(each, DecisionKind.STANDARDISE)
                                .and(stoppedAfter(each, decisions).not())));
    }

    private static Truth stoppedAfter(Decision standard, List<Decision> decisions) {
        return Truth.any(decisions.stream()
                .filter(each -> each != standard)
                .map(each -> isKind(each, DecisionKind.STOP).and(later(each, standard))));
    }

    private static Truth later(Decision one, Decision other) {
        return date(other, "decided_on", day -> true)
                .and(date(one, "decided_on", day -> other.decidedOn() == null || day.isAfter(other.decidedOn())));
    }

    /** The latest known day of a decision that made it the standard, else the day it was validated; null where neither is known. */
    @Nullable
    LocalDate declaredOn(UseCase useCase) {
        return index.decisionsOn(useCase).stream()
                .filter(each -> each.kind() == DecisionKind.STANDARDISE)
                .map(Decision::decidedOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(useCase.validatedOn());
    }

    // stages

    Truth active(@Nullable UseCase useCase) {
        return active(useCase, Stage.PILOT, Stage.VALIDATED, Stage.IN_USE);
    }

    /** Active with one of these stages. */
    Truth active(@Nullable UseCase useCase, Object... stages) {
        return is(useCase, "stage", stages).and(declared(useCase).not());
    }

    Truth proven(UseCase useCase) {
        return active(useCase, Stage.VALIDATED, Stage.IN_USE);
    }

    Truth live(@Nullable UseCase useCase) {
        return is(useCase, "stage", Stage.PILOT, Stage.VALIDATED, Stage.IN_USE, Stage.STANDARD);
    }

    // settled

    Truth settled(UseCase useCase) {
        return taken(knownSettled(useCase));
    }

    /** Unknown where no decisions are known, or one that might settle it lacks its kind or date. */
    Truth knownSettled(UseCase useCase) {
        Truth byItself = Truth.any(index.decisionsOn(useCase).stream().map(this::settles));
        Truth byWorkflow = Truth.any(index.decisionsOnWorkflow(useCase.workflowId()).stream()
                .map(each -> settles(each).and(onOrAfterStart(each, useCase))));
        return index.knows(Kind.DECISION) ? byItself.or(byWorkflow) : Truth.UNKNOWN;
    }

    private Truth settles(Decision decision) {
        Truth forGood = isKind(decision, DecisionKind.STANDARDISE, DecisionKind.REDESIGN, DecisionKind.STOP);
        Truth recent = date(decision, "decided_on", day -> !over(age(day), Limit.PAUSE_DAYS));
        return forGood.or(isKind(decision, DecisionKind.PAUSE).and(recent));
    }

    private static Truth onOrAfterStart(Decision decision, UseCase useCase) {
        LocalDate start = useCase.startedOn();
        return start == null ? Truth.FALSE : date(decision, "decided_on", day -> !day.isBefore(start));
    }

    static Truth isKind(Decision decision, Object... kinds) {
        return is(decision, "kind", kinds);
    }

    private Truth taken(Truth known) {
        return assuming ? Truth.of(known.isTrue()) : known;
    }

    // places and frictions

    Truth hasWorkflow(UseCase useCase) {
        return named(useCase, "workflow_id");
    }

    /** Its step, where workflow and step name a row of steps; else null. */
    @Nullable
    Step stepOf(UseCase useCase) {
        return index.step(useCase.workflowId(), useCase.stepId());
    }

    /** False where it is known to be on no step. */
    Truth hasKnownStep(UseCase useCase) {
        return named(useCase, "workflow_id").and(named(useCase, "step_id")).and(Truth.ifKnown(stepOf(useCase) != null));
    }

    static Truth open(Friction friction, LocalDate day) {
        LocalDate recorded = friction.recordedOn();
        Truth recordedByThen = Truth.of(recorded == null || !recorded.isAfter(day));
        Truth removedByThen = date(friction, "removed_on", removed -> !removed.isAfter(day));
        return recordedByThen.and(removedByThen.not());
    }

    /** "Better than" of two figures of the use case; which direction is better follows from target and baseline. */
    static Truth better(UseCase useCase, @Nullable BigDecimal figure, @Nullable BigDecimal than) {
        if (!Amounts.equal(useCase.target(), useCase.baseline()).isFalse()) {
            return Truth.UNKNOWN;
        }
        Truth lowerIsBetter = Amounts.less(useCase.target(), useCase.baseline());
        return lowerIsBetter.isTrue() ? Amounts.less(figure, than) : Amounts.less(than, figure);
    }
}
