package org.throughline.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.Ceiling;
import org.throughline.facts.derived.Constraint;
import org.throughline.facts.derived.Flow;
import org.throughline.facts.derived.LeadTime;
import org.throughline.facts.derived.Touched;
import org.throughline.facts.derived.Wait;

/** Draws each touched workflow from what the rules derived about its flow. */
final class ValueStreams {

    private final Map<String, BigDecimal> leadTimes = new HashMap<>();
    private final Map<String, String> constraints = new HashMap<>();
    private final Map<String, List<ValueStream.Ceiling>> ceilings = new HashMap<>();
    private final List<Touched> touched;

    ValueStreams(Outcome outcome) {
        touched = outcome.touched;
        for (LeadTime one : outcome.leadTimes) {
            leadTimes.put(one.workflowId(), one.hours());
        }
        for (Constraint one : outcome.constraints) {
            constraints.put(one.workflowId(), one.stepId());
        }
        for (Ceiling one : outcome.ceilings) {
            ceilings.computeIfAbsent(one.workflowId(), key -> new ArrayList<>()).add(ceiling(one));
        }
    }

    /** Workflows without steps have no stream to draw. */
    List<ValueStream> list() {
        return touched.stream()
                .filter(one -> one.flow().size() > 0)
                .map(this::stream)
                .toList();
    }

    private ValueStream stream(Touched one) {
        String id = one.workflowId();
        List<ValueStream.Ceiling> gains = new ArrayList<>(ceilings.getOrDefault(id, List.of()));
        gains.sort(Comparator.comparing(ValueStream.Ceiling::useCaseId, Texts.BY_CODE_POINT));
        List<ValueStream.StepTime> times = one.flow().steps().stream()
                .map(step -> time(one.flow(), step, constraints.get(id)))
                .toList();
        return new ValueStream(id, one.workflow().label(), leadTimes.get(id), times, gains);
    }

    private static ValueStream.StepTime time(
            Flow flow, Step step, @org.jspecify.annotations.Nullable String constraint) {
        return new ValueStream.StepTime(
                step.id(),
                step.label(),
                step.teamId(),
                step.processTimeH(),
                flow.waitInto(step.id()).stream().map(Wait::hours).findAny().orElse(null),
                step.id().equals(constraint));
    }

    private static ValueStream.Ceiling ceiling(Ceiling one) {
        BigDecimal share = one.processTimeH().divide(one.leadTimeH(), 4, RoundingMode.HALF_UP);
        return new ValueStream.Ceiling(
                one.useCase().id(), one.useCase().label(), one.step().id(), share);
    }
}
