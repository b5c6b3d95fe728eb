package org.throughline.history;

import java.time.Instant;

/**
 * What a rule book said of a snapshot, without the advice itself.
 *
 * @param figures what is followed over time, as JSON
 */
public record AssessmentCard(
        String portfolio,
        long snapshot,
        String rulesDigest,
        long rulesCount,
        String factsDigest,
        Instant madeAt,
        String figures) {}
