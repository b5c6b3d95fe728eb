package org.throughline.history;

import java.util.Locale;

/** What people made of a recommendation. */
public enum State {
    /** Nobody has said anything yet, or it was opened again. */
    OPEN,
    /** Somebody will do it, until a day. */
    ACCEPTED,
    IN_PROGRESS,
    /** Somebody says that it is done; whether it shows, the next snapshot tells. */
    DONE,
    /** Not to be done, for a reason; perhaps until a day. */
    DECLINED,
    /** Not to be thought of until a day. */
    SNOOZED;

    /** As written in JSON: {@code in_progress}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /** @throws IllegalArgumentException if no state is written so */
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
