package org.throughline.findings;

import java.util.Locale;

/** How much a finding matters, worst first; {@link #POSITIVE} is something that works and can be the reference. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    POSITIVE;

    /** As written in rules and in JSON: {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no severity is written so */
    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
