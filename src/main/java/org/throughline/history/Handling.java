package org.throughline.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What people made of a recommendation, in one of its versions.
 *
 * @param recommendation its id, the same over time
 * @param owner who does it; named from {@link State#ACCEPTED} on
 * @param due when it is to be done
 * @param reason why it was declined, from the list in {@code rules/advice/decline-reasons.csv}
 * @param until the day from which a declined or snoozed one is shown again; null of a declined one: for good
 * @param version 0 as long as nobody touched it
 * @param changedAt null as long as nobody touched it
 */
public record Handling(
        String recommendation,
        State state,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String reason,
        @Nullable String note,
        @Nullable LocalDate until,
        long version,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    public static Handling untouched(String recommendation) {
        return new Handling(recommendation, State.OPEN, null, null, null, null, null, 0, null, null);
    }

    /** The next version, as somebody wishes it. */
    public Handling changed(Wish wish, Instant at, String by) {
        return new Handling(
                recommendation,
                wish.state(),
                wish.owner(),
                wish.due(),
                wish.reason(),
                wish.note(),
                wish.until(),
                version + 1,
                at,
                by);
    }

    /** What holds on a day: what was declined or snoozed until then is open again. */
    public State stateOn(LocalDate day) {
        boolean over = until != null && !day.isBefore(until);
        return over && (state == State.DECLINED || state == State.SNOOZED) ? State.OPEN : state;
    }

    /** Whether it is left out of the ranking on a day; never out of the score. */
    public boolean isHiddenOn(LocalDate day) {
        State now = stateOn(day);
        return now == State.DECLINED || now == State.SNOOZED;
    }
}
