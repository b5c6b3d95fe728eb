package org.throughline.engine;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** Which facts hang together: those of one workflow, and those of a use case without one. */
final class Clusters {

    private final Map<String, Object> ofUseCase = new HashMap<>();

    Clusters(Portfolio portfolio) {
        portfolio.useCases().forEach(useCase -> ofUseCase.put(useCase.id(), of(useCase)));
    }

    /**
     * What names the clusters that a fact lies in: one, or of a friction several. None for what hangs on a use case that there is not, and
     * for teams and people, which go wherever they are referred to.
     */
    Set<Object> of(Fact fact) {
        if (fact instanceof Friction friction) {
            return of(friction);
        }
        Object one = one(fact);
        return one == null ? Set.of() : Set.of(one);
    }

    private @Nullable Object one(Fact fact) {
        if (fact instanceof UseCase useCase) {
            return of(useCase);
        } else if (fact instanceof Workflow workflow) {
            return workflow.id();
        } else if (fact instanceof Step step) {
            return step.workflowId();
        } else if (fact instanceof Handoff handoff) {
            return handoff.workflowId();
        } else if (fact instanceof Responsibility responsibility) {
            return responsibility.workflowId();
        } else if (fact instanceof Adoption adoption) {
            return ofUseCase.get(adoption.useCaseId());
        } else if (fact instanceof Decision decision) {
            return decision.subjectType() == DecisionSubject.USE_CASE
                    ? ofUseCase.get(decision.subjectId())
                    : decision.subjectId();
        }
        return null;
    }

    private static Object of(UseCase useCase) {
        return useCase.workflowId() == null ? useCase : useCase.workflowId();
    }

    private Set<Object> of(Friction friction) {
        Set<Object> touched = new LinkedHashSet<>();
        if (friction.workflowId() != null) {
            touched.add(friction.workflowId());
        }
        for (String useCase : friction.useCaseIds()) {
            Object cluster = ofUseCase.get(useCase);
            if (cluster != null) {
                touched.add(cluster);
            }
        }
        return touched;
    }
}
