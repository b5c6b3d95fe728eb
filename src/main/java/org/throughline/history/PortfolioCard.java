package org.throughline.history;

import java.time.Instant;

/**
 * An organisation that is followed over time.
 *
 * @param id as in addresses: {@code acme-europe}
 * @param snapshots how many there are
 */
public record PortfolioCard(String id, String name, Instant createdAt, String createdBy, long snapshots) {}
