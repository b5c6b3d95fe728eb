package org.throughline.oracle;

import org.throughline.findings.Severity;

/**
 * What one diagnostic says of one subject.
 *
 * @param subject the subject's id; {@code *} ends it where the subjects themselves are unknown ({@code wf-1/*}: its handoffs)
 * @param severity meaningful where the truth is TRUE
 * @param assumed whether it would be unknown, or less severe, if unknown decisions and stages were not taken for "not decided"
 */
public record Verdict(String diagnostic, String subject, Truth truth, Severity severity, boolean assumed) {

    boolean sameFinding(Verdict other) {
        return truth == other.truth && severity == other.severity;
    }

    Verdict asAssumed() {
        return new Verdict(diagnostic, subject, truth, severity, true);
    }

    /** {@code A1 uc-7 high assumed}: what a finding and a verdict have in common. */
    public String line() {
        return diagnostic + " " + subject + " " + severity.word() + (assumed ? " assumed" : "");
    }
}
