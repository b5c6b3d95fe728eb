package org.throughline.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a recommendation to stand.
 *
 * @param owner needed from accepted on
 * @param due needed from accepted on, except of what is done
 * @param reason needed to decline: one of the list
 * @param until needed to snooze
 * @param comment kept with the change, not with the state
 */
public record Wish(
        State state,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String reason,
        @Nullable String note,
        @Nullable LocalDate until,
        @Nullable String comment) {

    public static Wish accept(String owner, LocalDate due) {
        return new Wish(State.ACCEPTED, owner, due, null, null, null, null);
    }

    public static Wish decline(String reason, @Nullable String note, @Nullable LocalDate until) {
        return new Wish(State.DECLINED, null, null, reason, note, until, null);
    }

    public static Wish to(State state, @Nullable String owner, @Nullable LocalDate due) {
        return new Wish(state, owner, due, null, null, null, null);
    }

    /** What is missing or wrong, all at once; empty where it can be granted. */
    public List<Lack> lacks(Collection<String> reasons) {
        List<Lack> lacks = new ArrayList<>();
        if (state == null) { // as a document may have it
            String words =
                    String.join(", ", Stream.of(State.values()).map(State::word).toList());
            return List.of(new Lack("state", "nothing", "One of " + words + "."));
        }
        boolean taken = state == State.ACCEPTED || state == State.IN_PROGRESS || state == State.DONE;
        need(lacks, taken && blank(owner), "owner", "nobody", "Who does it, to be " + state.word() + ".");
        boolean planned = state == State.ACCEPTED || state == State.IN_PROGRESS;
        need(lacks, planned && due == null, "due", "no day", "The day it is to be done by, such as 2026-09-30.");
        need(lacks, state == State.SNOOZED && until == null, "until", "no day", "The day it is to come back.");
        if (state == State.DECLINED && (reason == null || !reasons.contains(reason))) {
            String found = reason == null ? "no reason" : '"' + reason + '"';
            lacks.add(new Lack("reason", found, "One of " + String.join(", ", reasons) + "."));
        }
        return lacks;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void need(List<Lack> lacks, boolean missing, String field, String found, String expected) {
        if (missing) {
            lacks.add(new Lack(field, found, expected));
        }
    }

    /** Something without which it cannot be granted. */
    public record Lack(String field, String found, String expected) {}
}
