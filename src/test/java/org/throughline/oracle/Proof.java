package org.throughline.oracle;

import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.oracle.Given.absent;
import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Kind;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.Severity;

/** A. Proof without change. */
final class Proof {

    private final Terms terms;
    private final Verdicts verdicts;

    Proof(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
    }

    void judge() {
        for (UseCase useCase : terms.useCases()) {
            undecidedProof(useCase);
            endlessValidation(useCase);
            verdicts.say("A3", useCase.id(), taskOnlyMeasure(useCase), MEDIUM);
            verdicts.say("A4", useCase.id(), unchangedWorkflow(useCase), HIGH);
            verdicts.say("A5", useCase.id(), unplaced(useCase), MEDIUM);
        }
    }

    private void undecidedProof(UseCase useCase) {
        Truth undecided = terms.proven(useCase)
                .and(terms.knownSettled(useCase).not())
                .and(validatedOver(useCase, Limit.UNDECIDED_DAYS));
        Severity severity = validatedOver(useCase, Limit.UNDECIDED_DAYS_HIGH).isTrue() ? HIGH : MEDIUM;
        verdicts.say("A1", useCase.id(), undecided, severity);
    }

    private Truth validatedOver(UseCase useCase, Limit limit) {
        return date(useCase, "validated_on", day -> terms.over(terms.age(day), limit));
    }

    private void endlessValidation(UseCase useCase) {
        List<Truth> signs = List.of(
                terms.startedOver(useCase, Limit.VALIDATION_DAYS),
                extended(useCase),
                date(useCase, "planned_end_on", terms.asOf::isAfter));
        Truth endless = terms.active(useCase, Stage.PILOT)
                .and(terms.settled(useCase).not())
                .and(Truth.any(signs.stream()));
        verdicts.say("A2", useCase.id(), endless, Truth.atLeast(2, signs).isTrue() ? HIGH : MEDIUM);
    }

    private Truth extended(UseCase useCase) {
        List<Truth> extensions = terms.index.decisionsOn(useCase).stream()
                .map(each -> Terms.isKind(each, DecisionKind.EXTEND))
                .toList();
        long limit = terms.limit(Limit.EXTENSIONS).longValueExact();
        return terms.index.knows(Kind.DECISION) ? Truth.atLeast(limit, extensions) : Truth.UNKNOWN;
    }

    private Truth taskOnlyMeasure(UseCase useCase) {
        Workflow workflow = terms.index.workflow(useCase.workflowId());
        Truth onTaskAlone = terms.hasWorkflow(useCase)
                .and(is(useCase, "measure_scope", MeasureScope.TASK))
                .and(absent(workflow, "outcome"));
        return terms.live(useCase).and(absent(useCase, "success_measure").or(onTaskAlone));
    }

    private Truth unchangedWorkflow(UseCase useCase) {
        Workflow workflow = terms.index.workflow(useCase.workflowId());
        Truth longBefore = date(useCase, "started_on", start -> true)
                .and(date(workflow, "redesigned_on", day -> longBefore(day, useCase.startedOn())));
        return is(useCase, "stage", Stage.VALIDATED, Stage.IN_USE, Stage.STANDARD)
                .and(terms.hasWorkflow(useCase))
                .and(absent(workflow, "redesigned_on").or(longBefore));
    }

    private boolean longBefore(LocalDate day, @Nullable LocalDate start) {
        return start == null || terms.over(ChronoUnit.DAYS.between(day, start), Limit.REDESIGN_DAYS);
    }

    private Truth unplaced(UseCase useCase) {
        Truth noSteps = terms.hasWorkflow(useCase)
                .and(terms.known(Kind.STEP))
                .and(Truth.of(terms.index.stepsOf(useCase.workflowId()).isEmpty()));
        return terms.live(useCase).and(absent(useCase, "workflow_id").or(noSteps));
    }
}
