package org.throughline.bench.byhand;

/** The diagnostics, in the order in which findings are listed. */
enum Check {
    A1("undecided-proof"),
    A2("endless-validation"),
    A3("task-only-measure"),
    A4("unchanged-workflow"),
    A5("unplaced-use-case"),
    B1("untouched-handoff"),
    B2("waiting-dominates"),
    B3("off-constraint"),
    B4("nobody-next"),
    B5("coordination-overhead"),
    B6("standing-approvals"),
    B7("flooded-next-step"),
    B8("single-step-focus"),
    C1("no-owner"),
    C2("pilot-owned"),
    C3("informal-adoption"),
    C4("divergent-practice"),
    C5("no-mandate"),
    C6("unchanged-responsibilities"),
    C7("unchanged-expectations"),
    C8("paper-standard"),
    C9("usage-without-alignment"),
    D1("multiplying-use-cases"),
    D2("shared-friction"),
    D3("crowded-workflow"),
    D4("overloaded-team"),
    D5("duplicate-use-cases"),
    D6("overloaded-owner"),
    D7("added-on-friction"),
    S1("reference"),
    S2("ready-to-standardise"),
    S3("unverified-scale"),
    S4("no-reduction"),
    S5("stop-candidate");

    final String slug;
    final String rule;
    final String section;

    Check(String slug) {
        this.slug = slug;
        this.rule = name() + " " + slug.replace('-', ' ');
        this.section = switch (name().charAt(0)) {
            case 'A' -> "Proof without change";
            case 'B' -> "Untouched environment";
            case 'C' -> "No commitment";
            case 'D' -> "Multiplying use cases";
            default -> "Scaling";
        };
    }
}
