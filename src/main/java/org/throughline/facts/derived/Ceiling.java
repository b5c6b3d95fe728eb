package org.throughline.facts.derived;

import java.math.BigDecimal;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** The most that a workflow's lead time can gain from a use case on one step: that step's process time. Both in hours. */
public record Ceiling(UseCase useCase, String workflowId, Step step, BigDecimal processTimeH, BigDecimal leadTimeH) {}
