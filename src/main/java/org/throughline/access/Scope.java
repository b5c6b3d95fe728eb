package org.throughline.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client may use a token for, of what its account may do. */
public enum Scope {
    READ,
    ADVISE,
    WRITE,
    RULES,
    ADMIN,
    METRICS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what is done with it changes something, and so belongs in the audit log. */
    boolean changes() {
        return this == WRITE || this == RULES || this == ADMIN;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Scope::word).toList();
    }
}
