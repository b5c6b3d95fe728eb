package org.throughline.portfolio;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What portfolios are called in addresses. */
final class PortfolioIds {

    private static final int LONGEST = 60;

    private PortfolioIds() {}

    /**
     * @param id or null to make one of the name
     * @throws RefusedException if it cannot be an id, or there is no name
     */
    static String chosen(@Nullable String id, String name) {
        String chosen = id == null || id.isBlank() ? of(name) : id.strip();
        if (!chosen.matches("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?") || name.isBlank()) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "the portfolio's " + (name.isBlank() ? "name" : "id"),
                    name.isBlank() ? "Nothing." : "\"" + chosen + "\".",
                    name.isBlank() ? "What people call the organisation." : "1 to 60 of a-z, 0-9 and - between them.",
                    "Such as acme-europe, for ACME Europe.")));
        }
        return chosen;
    }

    /** Letters without their accents, digits, and hyphens between words. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = id.substring(0, Math.min(id.length(), LONGEST)).replaceAll("-$", "");
        return shortened.isEmpty() ? "portfolio" : shortened;
    }
}
