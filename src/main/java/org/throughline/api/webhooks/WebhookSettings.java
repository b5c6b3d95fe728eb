package org.throughline.api.webhooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks, {@code throughline.webhooks...}.
 *
 * @param allow addresses of one's own network that may be called, such as {@code 10.1.0.0/16}; only to them without TLS
 * @param firstRetry after which a message that did not arrive is sent again; then ever longer
 * @param answerWithin how long an attempt may take in all
 */
@ConfigurationProperties("throughline.webhooks")
public record WebhookSettings(
        @DefaultValue List<String> allow,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("10s") Duration answerWithin) {

    public WebhookSettings {
        allow = List.copyOf(allow);
    }
}
