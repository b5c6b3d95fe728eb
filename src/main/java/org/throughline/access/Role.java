package org.throughline.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody is here for. What each may do is in {@code who-may.txt}, nowhere else. */
public enum Role {
    /** Reads a portfolio. */
    VIEWER(true),
    /** Imports into a portfolio and decides on its advice. */
    LEAD(true),
    /** Drafts rules and tries them. */
    ANALYST(false),
    /** Makes rules live. */
    PUBLISHER(false),
    /** Manages accounts, tokens, webhooks, and reads the audit log. */
    ADMINISTRATOR(false);

    private final boolean perPortfolio;

    Role(boolean perPortfolio) {
        this.perPortfolio = perPortfolio;
    }

    /** Whether it can be given for one portfolio; the others concern the whole installation. */
    public boolean isPerPortfolio() {
        return perPortfolio;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
