package org.throughline.history;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well pilots carry through to the organisation, from 0 (everything that can fail does) to 100, with all risks counted, whatever was
 * declined.
 *
 * @param figure of what could be judged; null where nothing could
 * @param low with all that is unknown taken as failed
 * @param high with all that is unknown taken as passed
 * @param sections by the article's sections, in the order of their first diagnostic
 * @param parts by diagnostic
 */
public record Health(
        @Nullable BigDecimal figure, BigDecimal low, BigDecimal high, List<Section> sections, List<Part> parts) {

    public Health {
        sections = List.copyOf(sections);
        parts = List.copyOf(parts);
    }

    /** The same of one section of the article. */
    public record Section(String name, @Nullable BigDecimal figure, BigDecimal low, BigDecimal high) {}

    /**
     * What one diagnostic takes.
     *
     * @param of how many it could be found of
     * @param failed of how many it was
     * @param unknown of how many nobody can tell
     * @param weight its share of the whole, in percent
     * @param lost points of the whole that it takes for certain
     * @param atStake points that hang on what is unknown
     */
    public record Part(
            String diagnostic,
            String title,
            String section,
            int of,
            int failed,
            int unknown,
            BigDecimal weight,
            BigDecimal lost,
            BigDecimal atStake) {}
}
