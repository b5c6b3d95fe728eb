package org.throughline.api.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of jobs, {@code throughline.jobs...}.
 *
 * @param concurrent that one replica does at a time; 0 leaves them to others
 * @param waiting that may wait or run, of all replicas; who comes beyond them is turned away
 * @param waitingPerClient of those, that one account may have asked for
 * @param kept how long an answer can be fetched
 * @param longest after which one is stopped
 * @param turn after which whoever does one without a sign of life is taken to be gone
 */
@ConfigurationProperties("throughline.jobs")
public record JobSettings(
        @DefaultValue("1") int concurrent,
        @DefaultValue("100") int waiting,
        @DefaultValue("25") int waitingPerClient,
        @DefaultValue("24h") Duration kept,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("30s") Duration turn) {}
