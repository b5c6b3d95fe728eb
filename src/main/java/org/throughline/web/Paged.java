package org.throughline.web;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param page from 1
 * @param pages at least 1
 * @param total of the whole list
 * @param first position of the first item of the part, from 1
 */
public record Paged<T>(List<T> items, int page, int pages, int total, int first) {

    static <T> Paged<T> of(List<T> all, int page, int size) {
        int pages = Math.max(1, (all.size() + size - 1) / size);
        int at = Math.min(page, pages);
        int from = (at - 1) * size;
        return new Paged<>(
                all.subList(from, Math.min(all.size(), from + size)),
                at,
                pages,
                all.size(),
                all.isEmpty() ? 0 : from + 1);
    }

    public int last() {
        return first + items.size() - (items.isEmpty() ? 0 : 1);
    }
}
