package org.throughline.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was known on a day, without the facts themselves.
 *
 * @param number from 1, in the order of import
 * @param asOf the day that it tells of, from which durations count
 * @param sentDigest of the files with their names, and of how they were read
 * @param mapping name of the mapping that was asked for, or null where headers told
 * @param counts rows of each table, in canonical order
 * @param files as they were sent
 */
public record SnapshotCard(
        String portfolio,
        long number,
        LocalDate asOf,
        Instant importedAt,
        String importedBy,
        String sentDigest,
        BigDecimal hoursPerDay,
        boolean strict,
        @Nullable String mapping,
        String factsDigest,
        Map<String, Long> counts,
        List<SentFile> files) {

    public SnapshotCard {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        files = List.copyOf(files);
    }

    /** @param sha256 of its bytes, in hexadecimal digits */
    public record SentFile(String name, long size, String sha256) {}
}
