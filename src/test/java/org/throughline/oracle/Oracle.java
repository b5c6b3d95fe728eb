package org.throughline.oracle;

import java.util.Set;
import org.throughline.facts.Portfolio;

/** Judges an organisation by the specification's own words: exact, in three values, and without a rule engine. */
public final class Oracle {

    private static final Set<String> PLACEHOLDERS = Set.of("redacted");

    private Oracle() {}

    /** With the shipped limits. */
    public static Verdicts judge(Portfolio portfolio) {
        return judge(portfolio, PLACEHOLDERS);
    }

    /** @param placeholders values of tool, domain and name that link no duplicates, as equal texts are written */
    public static Verdicts judge(Portfolio portfolio, Set<String> placeholders) {
        Index index = new Index(portfolio);
        Verdicts assuming = judge(new Terms(index, true, false, placeholders));
        Verdicts strict = judge(new Terms(index, false, false, placeholders));
        return assuming.markingAssumed(strict);
    }

    /** With every limit moved by the smallest step, so that what lay at it fires. */
    public static Verdicts judgeNudged(Portfolio portfolio) {
        return judge(new Terms(new Index(portfolio), true, true, PLACEHOLDERS));
    }

    private static Verdicts judge(Terms terms) {
        Verdicts verdicts = new Verdicts();
        new Proof(terms, verdicts).judge();
        new Environment(terms, verdicts).judge();
        new Commitment(terms, verdicts).judge();
        new Multiplying(terms, verdicts).judge();
        new Scaling(terms, verdicts).judge();
        return verdicts;
    }
}
