package org.throughline.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next to be sent as {@code after} for the part that follows; null where there is none
 */
record Paging<T>(List<T> items, @Nullable String next) {

    static final int MOST = 500;

    /** What one request gets where it does not say: 1 to {@value #MOST}. */
    static int limit(@Nullable Integer asked) {
        return asked == null ? 100 : Math.max(1, Math.min(MOST, asked));
    }

    /** @param more the part with one item more than asked for, where there is one */
    static <T> Paging<T> of(List<T> more, int limit, Function<T, Object> cursor) {
        boolean isWhole = more.size() <= limit;
        List<T> items = isWhole ? more : more.subList(0, limit);
        return new Paging<>(
                new ArrayList<>(items),
                isWhole ? null : cursor.apply(items.get(limit - 1)).toString());
    }
}
