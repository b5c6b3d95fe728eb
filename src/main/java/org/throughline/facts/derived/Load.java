package org.throughline.facts.derived;

import java.math.BigDecimal;
import org.throughline.facts.Step;

/** Process time of a step plus the known wait into it (none known: 0), in hours. */
public record Load(String workflowId, Step step, BigDecimal hours) {}
