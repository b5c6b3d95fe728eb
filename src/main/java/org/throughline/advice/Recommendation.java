package org.throughline.advice;

import java.math.BigDecimal;
import java.util.List;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;

/**
 * One thing to do, at one place.
 *
 * @param id the same across runs and re-imports as long as it is about the same thing: {@code assign-owner:workflow:wf-1}
 * @param rank from 1
 * @param kind the remedy: {@code assign-owner}
 * @param title the change wanted
 * @param subject the lowest unit that covers its findings
 * @param why its findings in plain words with the figures
 * @param decider who decides: a name, or the role with what is missing to name them
 * @param doneWhen a check that the next snapshot's facts can answer
 * @param requires ids of the recommendations that must come first, each with a better rank
 * @param effort size class: S, M, L, XL
 * @param confidence share of the needed facts that are known, 0..1
 * @param severity the highest of its findings
 * @param assumed whether its findings rest on assumptions
 * @param findings ids of the findings it answers, sorted; empty for "collect a fact"
 */
public record Recommendation(
        String id,
        int rank,
        Tier tier,
        String kind,
        String title,
        Subject subject,
        String action,
        String decider,
        String firstStep,
        String doneWhen,
        List<String> requires,
        String effort,
        BigDecimal confidence,
        Priority priority,
        List<String> findings,
        String why,
        Severity severity,
        boolean assumed) {

    public Recommendation {
        requires = List.copyOf(requires);
        findings = List.copyOf(findings);
    }
}
