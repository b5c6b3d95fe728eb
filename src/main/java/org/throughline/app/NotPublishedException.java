package org.throughline.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus.Attempt;

/** Rules were not made live, and nothing was changed. */
public final class NotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String fix;
    private final transient @Nullable Attempt attempt;
    private final transient @Nullable RuleVersion live;
    private final transient List<TextDiff> theirs;

    /** What kept them from it. */
    public enum Why {
        /** Somebody else published in between. */
        CONFLICT,
        /** A check or a scenario says no. */
        REFUSED,
        /** There is no note, or nothing that is different. */
        INCOMPLETE,
        /** Whoever wrote them wants to publish them, and another has to. */
        ALONE,
        /** They came with the program, or the folder cannot be written. */
        FIXED
    }

    private NotPublishedException(
            Why why,
            String found,
            String fix,
            @Nullable Attempt attempt,
            @Nullable RuleVersion live,
            List<TextDiff> theirs) {
        super(found);
        this.why = why;
        this.fix = fix;
        this.attempt = attempt;
        this.live = live;
        this.theirs = List.copyOf(theirs);
    }

    static NotPublishedException of(Why why, String found, String fix) {
        return new NotPublishedException(why, found, fix, null, null, List.of());
    }

    static NotPublishedException refused(Attempt attempt) {
        return new NotPublishedException(
                Why.REFUSED,
                attempt.failed().isEmpty() ? "The check found errors." : attempt.tests(),
                "Mend what is listed, and publish again. The live rules are as they were.",
                attempt,
                null,
                List.of());
    }

    static NotPublishedException conflict(String found, String fix, @Nullable RuleVersion live, List<TextDiff> theirs) {
        return new NotPublishedException(Why.CONFLICT, found, fix, null, live, theirs);
    }

    public Why why() {
        return why;
    }

    public String found() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }

    /** What the check and the scenarios found, where they were asked. */
    public @Nullable Attempt attempt() {
        return attempt;
    }

    /** What is live instead, in a conflict. */
    public @Nullable RuleVersion live() {
        return live;
    }

    /** What the others changed, in a conflict: from the rules that were seen to those that are there. */
    public List<TextDiff> theirs() {
        return theirs;
    }
}
