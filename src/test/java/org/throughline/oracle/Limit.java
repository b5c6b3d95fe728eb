package org.throughline.oracle;

import java.math.BigDecimal;

/** The specification's numbers, and for each the smallest step that lets one more case fire: to tell what lies exactly at a limit. */
enum Limit {
    PAUSE_DAYS("180", "-1"),
    UNDECIDED_DAYS("30", "-1"),
    UNDECIDED_DAYS_HIGH("90", "-1"),
    VALIDATION_DAYS("180", "-1"),
    EXTENSIONS("2", "-1"),
    REDESIGN_DAYS("180", "-1"),
    HANDOFF_START_DAYS("30", "-1"),
    HANDOFF_PERCENT("10", "-0.02"),
    ACTIVITY_PERCENT("15", "0.02"),
    SAVING_PERCENT("5", "0.02"),
    TEAM_CHANGES("5", "-1"),
    TEAM_CHANGE_STEPS("4", "-1"),
    TEAM_CHANGE_PERCENT("60", "-0.02"),
    APPROVAL_PERCENT("20", "-0.02"),
    LOAD_PERCENT("85", "-0.02"),
    FOCUSED_USE_CASES("2", "-1"),
    FOCUS_PERCENT("50", "0.02"),
    INFORMAL_TEAMS_HIGH("3", "-1"),
    DIVERGENT_TEAMS("2", "-1"),
    DIVERGENT_VARIANTS("2", "-1"),
    USAGE_PERCENT("50", "0.02"),
    ADOPTIONS("5", "-1"),
    ADOPTING_TEAMS("3", "-1"),
    RECENT_STARTS("3", "-1"),
    RECENT_START_DAYS("365", "1"),
    OLD_PILOT_DAYS("365", "-1"),
    OLD_STANDARD_DAYS("365", "-1"),
    BLOCKED_USE_CASES("2", "-1"),
    BLOCKED_USE_CASES_CRITICAL("4", "-1"),
    CROWDED_USE_CASES("3", "-1"),
    HEADS_PER_INITIATIVE("5", "1"),
    INITIATIVES_OVER_CAPACITY("1", "-1"),
    SIMILAR_PERCENT("80", "-5"),
    OWNED_USE_CASES("5", "-1"),
    REFERENCE_REDESIGN_DAYS("180", "1"),
    STOP_DAYS("180", "-1");

    private final BigDecimal shipped;
    private final BigDecimal nudge;

    Limit(String shipped, String nudge) {
        this.shipped = new BigDecimal(shipped);
        this.nudge = new BigDecimal(nudge);
    }

    BigDecimal value(boolean nudged) {
        return nudged ? shipped.add(nudge) : shipped;
    }
}
