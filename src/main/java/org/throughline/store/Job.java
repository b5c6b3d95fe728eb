package org.throughline.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that somebody asked for and comes back for.
 *
 * @param kind what is to be done: {@code advice}
 * @param owner who asked
 * @param asOf the day that the facts tell of, as it was sent
 * @param state {@code waiting}, {@code running}, {@code done} or {@code failed} (there is an answer, and it says what is wrong)
 * @param percent of it that is done; of advice, of the files that is read: at 100 the facts are judged
 * @param attempts how often somebody began it
 * @param doneAt null as long as it is not
 * @param status of the answer; null as long as there is none
 */
public record Job(
        String id,
        String kind,
        String owner,
        @Nullable String asOf,
        String state,
        int percent,
        int attempts,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable Integer status) {

    public boolean isDone() {
        return doneAt != null;
    }
}
