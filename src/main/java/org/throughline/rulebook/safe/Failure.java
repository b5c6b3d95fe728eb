package org.throughline.rulebook.safe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.runtime.rule.ConsequenceException;

/** Which rule an exception came from. Drools says so in two ways: of a consequence by its match, of a condition in its message. */
final class Failure {

    private static final Pattern NAMED = Pattern.compile("Rule \"([^\"]+)\"");

    private Failure() {}

    /** The same with the rule's name, where that can be told. */
    static RuntimeException of(Throwable thrown) {
        Throwable root = thrown;
        String rule = null;
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            root = each;
            if (each instanceof ConsequenceException consequence && consequence.getMatch() != null) {
                rule = consequence.getMatch().getRule().getName();
            }
            Matcher named = NAMED.matcher(String.valueOf(each.getMessage()));
            rule = rule == null && named.find() ? named.group(1) : rule;
        }
        if (rule != null) {
            return new RunawayRuleException(rule, "it failed: " + root.getMessage());
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }
}
