package org.throughline.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long answers are kept for those who send a request again.
 *
 * @param kept from the first request on
 * @param turn after which whoever does a request is taken to be gone, and it may be tried again
 * @param largestAnswer beyond which an answer is not kept, and the request is done again
 */
@ConfigurationProperties("throughline.idempotency")
record ReplaySettings(
        @DefaultValue("24h") Duration kept,
        @DefaultValue("5m") Duration turn,
        @DefaultValue("50MB") DataSize largestAnswer) {}
