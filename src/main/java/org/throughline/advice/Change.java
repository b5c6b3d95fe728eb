package org.throughline.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that other rules say otherwise about the same facts.
 *
 * @param id of the finding or recommendation
 * @param text its statement or title; of what vanishes, as it was
 * @param before severity, or tier and rank, as it was; null where it appears
 * @param after the same as it is now; null where it vanishes
 * @param because what was changed in the rules that makes the difference, in words; several where each alone makes it
 */
public record Change(
        Part part,
        String id,
        String text,
        @Nullable String before,
        @Nullable String after,
        List<String> because) {

    /** What it is that changes. */
    public enum Part {
        FINDING,
        RECOMMENDATION
    }

    public Change {
        because = List.copyOf(because);
    }

    /** {@code appears}, {@code vanishes}, or {@code differs}. */
    public String verb() {
        if (before == null) {
            return "appears";
        }
        return after == null ? "vanishes" : "differs";
    }

    public Change because(List<String> reasons) {
        return new Change(part, id, text, before, after, reasons);
    }

    /** The same for what differs in the same way; ranks do not count, which everything else moves as well. */
    public String key() {
        return part + " " + id + " " + withoutRank(before) + " " + withoutRank(after);
    }

    private static String withoutRank(@Nullable String place) {
        return place == null ? "" : place.replaceFirst(", .*", "");
    }
}
