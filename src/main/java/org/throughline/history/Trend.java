package org.throughline.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation over time, by the rules of today; where rules were others when a snapshot was made, what they said then is beside it.
 *
 * @param rulesDigest of today
 * @param points in the order of time
 */
public record Trend(String rulesDigest, List<Point> points) {

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * @param figures by the rules of today; null as long as the snapshot was not scored by them
     * @param rulesThen that first judged it
     * @param figuresThen what they said; null where they are those of today
     * @param breaks whether the rules that first judged it are others than those that first judged the snapshot before it
     */
    public record Point(
            long snapshot,
            LocalDate asOf,
            @Nullable Figures figures,
            String rulesThen,
            @Nullable Figures figuresThen,
            boolean breaks) {}

    /** Whether some of it is still to be scored by the rules of today. */
    public boolean isPartial() {
        return points.stream().anyMatch(point -> point.figures() == null);
    }
}
