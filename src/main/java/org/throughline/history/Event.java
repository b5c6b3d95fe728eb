package org.throughline.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when.
 *
 * @param number rises over time
 * @param action {@code created}, {@code imported}, {@code changed}, {@code commented}, {@code linked}, {@code restored}
 * @param about a recommendation's id, {@code snapshot 3}, or the portfolio's id
 * @param was JSON of what it was, or null
 * @param became JSON of what it is since, or null
 */
public record Event(
        long number,
        Instant at,
        String actor,
        String action,
        String about,
        @Nullable String was,
        @Nullable String became,
        @Nullable String comment) {}
