package org.throughline.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.portfolio.RefusedException;

/**
 * A part of a list.
 *
 * @param next to be sent as {@code after} for the part that follows; null where there is none
 */
record Paging<T>(List<T> items, @Nullable String next) {

    static final int MOST = 500;

    /**
     * How many items one request gets.
     *
     * @throws RefusedException unless 1 to {@value #MOST}, or null
     */
    static int limit(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > MOST)) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "limit",
                    asked + ".",
                    "A whole number from 1 to " + MOST + ".",
                    "Correct it, or leave it out for 100.")));
        }
        return asked == null ? 100 : asked;
    }

    /**
     * Of a list that is there as a whole: what comes after the item that the client has last.
     *
     * @param after what that item's part had as "next"; empty or 0 for the first part
     * @throws RefusedException if there is no such item
     */
    static <T> Paging<T> after(List<T> all, String after, @Nullable Integer limit, Function<T, Object> cursor) {
        return after(all, after, it -> true, limit, cursor);
    }

    /**
     * The same of those that are wanted. What the client has last is looked for among all, as it may not be wanted any more.
     *
     * @param all in the order that was asked for
     */
    static <T> Paging<T> after(
            List<T> all, String after, Predicate<T> wanted, @Nullable Integer limit, Function<T, Object> cursor) {
        int most = limit(limit);
        List<T> more = all.subList(from(all, after, cursor), all.size()).stream()
                .filter(wanted)
                .limit(most + 1L)
                .toList();
        return of(more, most, cursor);
    }

    private static <T> int from(List<T> all, String after, Function<T, Object> cursor) {
        if (after.isEmpty() || after.equals("0")) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (cursor.apply(all.get(i)).toString().equals(after)) {
                return i + 1;
            }
        }
        throw noSuch(after);
    }

    /** Where a client would be sent round in circles by a part that begins anew. */
    static RefusedException noSuch(String after) {
        return RefusedException.wrong(List.of(RefusedException.problem(
                "after", '"' + after + "\".", "The \"next\" of the part before.", "Leave it out for the first part.")));
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
