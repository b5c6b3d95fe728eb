package org.throughline.rulebook.safe;

import org.jspecify.annotations.Nullable;

/** A rule was stopped, because it took more time, matches or combinations of facts than any rule that does what it should. */
public final class RunawayRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String reason;

    RunawayRuleException(@Nullable String rule, String reason) {
        super(rule + ": " + reason, null, false, false);
        this.rule = rule == null ? "" : rule;
        this.reason = reason;
    }

    /** Name of the rule, or of those that share the condition; empty where that cannot be told. */
    public String rule() {
        return rule;
    }

    /** {@code it fired 200,000 times}. */
    public String reason() {
        return reason;
    }
}
