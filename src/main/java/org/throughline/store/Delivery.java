package org.throughline.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one address.
 *
 * @param id rises over time; the same for each attempt
 * @param kind of message, such as {@code advice.new}
 * @param event the number of the event that it tells of
 * @param state {@code waiting}, {@code delivered}, {@code nothing} (there was nothing to tell) or {@code given_up}
 * @param nextAt of the next attempt, where it waits
 * @param status of the last answer; null where there was none
 * @param said why the last attempt failed
 * @param doneAt when it stopped to wait
 */
public record Delivery(
        long id,
        String webhook,
        String portfolio,
        String kind,
        long event,
        String state,
        int attempts,
        Instant nextAt,
        @Nullable Integer status,
        @Nullable String said,
        @Nullable Instant doneAt) {}
