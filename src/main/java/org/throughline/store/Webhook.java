package org.throughline.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens.
 *
 * @param portfolio of which it is told; null: of all
 * @param events kinds of messages, such as {@code advice.new}
 */
public record Webhook(
        String id, @Nullable String portfolio, String url, List<String> events, Instant createdAt, String createdBy) {

    public Webhook {
        events = List.copyOf(events);
    }
}
