package org.throughline.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Link;

/**
 * A snapshot with everything that comes with it: kept as a whole or not at all.
 *
 * @param after the number of snapshots that there were when it was compared with what was known before
 * @param sentDigest of the files with their names, and of how they were read
 * @param files in the order they were sent
 * @param mapping the text of the mapping that was asked for, or null
 * @param counts rows of each table, in canonical order
 * @param facts as {@link org.throughline.history.FactsArchive} writes them
 * @param links to what was known before
 * @param assessment what the rules of today say of it
 */
public record Arrival(
        String portfolio,
        long after,
        LocalDate asOf,
        Instant at,
        String by,
        String sentDigest,
        List<SentBytes> files,
        BigDecimal hoursPerDay,
        boolean strict,
        @Nullable String mappingName,
        byte @Nullable [] mapping,
        String factsDigest,
        Map<String, Long> counts,
        byte[] facts,
        List<Link> links,
        Judgement assessment) {

    public Arrival {
        files = List.copyOf(files);
        counts = new LinkedHashMap<>(counts);
        links = List.copyOf(links);
    }

    /** A file as it was sent. */
    public record SentBytes(String name, byte[] bytes) {}

    /**
     * What a rule book says of a snapshot.
     *
     * @param advice as JSON
     * @param figures what is followed over time, as JSON
     * @param waiting proofs that wait for a decision, as JSON
     * @param recommendations all that it recommends, under ids that stay the same over time
     */
    public record Judgement(
            String rulesDigest,
            long rulesCount,
            String factsDigest,
            Instant at,
            byte[] advice,
            String figures,
            String waiting,
            List<Recommended> recommendations) {

        public Judgement {
            recommendations = List.copyOf(recommendations);
        }
    }

    /** A recommendation that was made, by the id that stays the same over time. */
    public record Recommended(String id, String kind, String title) {}
}
