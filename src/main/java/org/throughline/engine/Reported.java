package org.throughline.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.Threshold;

/**
 * One match of a diagnostic, as its rule reported it: a logical fact, so that it goes when what it rests on goes. All matches of a
 * diagnostic about a subject make one finding.
 *
 * @param key the subject's type and id
 * @param subjectId its id alone
 * @param workflowId the workflow it belongs to or is, or null
 * @param stepId the step it is or, of a handoff, leads to, or null
 * @param values what the statement shows
 * @param evidence cells, derived facts and markers, as the rule gave them
 * @param assumed whether it rests on something that was assumed because nobody knows it
 */
public record Reported(
        String diagnostic,
        Severity severity,
        Subject subject,
        String key,
        String subjectId,
        @Nullable String workflowId,
        @Nullable String stepId,
        String rule,
        Statement statement,
        @Nullable Object[] values,
        Object[] evidence,
        List<Threshold> thresholds,
        boolean assumed) {

    /** Two matches stay two, even if they say the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
