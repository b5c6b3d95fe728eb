package org.throughline.facts;

/** How the values of a column are written, and what a blank cell in it says. */
public enum AttributeType {
    /** An identifier: compared as the same text after trimming, case included. */
    ID(true),
    TEXT(true),
    /** One value of an enumeration. */
    CHOICE(true),
    /** Several texts in one cell, separated by {@code ;}. */
    LIST(true),
    /** Yes or no. */
    FLAG(true),
    PERSON(true),
    TEAM(true),
    /** Several teams in one cell. */
    TEAMS(true),
    /** The day of something that may not have happened: blank is "not recorded". After the as-of date it has not happened yet. */
    EVENT(true),
    /** The day something is planned to end; blank is "not planned". It may lie after the as-of date. */
    PLAN(true),
    /** A day that exists whether or not somebody wrote it down: blank is unknown. */
    DAY(false),
    AMOUNT(false),
    /** Hours. */
    HOURS(false),
    /** A share in percent, 0..100. */
    PERCENT(false);

    private final boolean blankIsAbsent;

    AttributeType(boolean blankIsAbsent) {
        this.blankIsAbsent = blankIsAbsent;
    }

    /** True where a blank cell says "there is none" (naming columns, events); false where it says "nobody wrote it down". */
    public boolean blankIsAbsent() {
        return blankIsAbsent;
    }

    public boolean isDate() {
        return this == EVENT || this == PLAN || this == DAY;
    }

    public boolean isNumber() {
        return this == AMOUNT || this == HOURS || this == PERCENT;
    }
}
