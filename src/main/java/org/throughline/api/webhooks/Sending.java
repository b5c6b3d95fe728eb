package org.throughline.api.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;
import org.throughline.app.Daemons;
import org.throughline.store.Webhooks.Due;

/** Sends one message once. Follows no redirect, keeps no cookie, uses no proxy, reads nothing of the answer but its status. */
@Component
class Sending {

    private final CloseableHttpClient client;
    private final Duration within;
    private final ScheduledExecutorService ends =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("webhook-ends"));

    Sending(WebhookSettings settings) {
        this.within = settings.answerWithin();
        Timeout patience = Timeout.of(within);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Reachable(settings.allow()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .setMaxConnTotal(20)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent("Throughline")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * The status of the answer.
     *
     * @throws IOException if there was none, in words for who runs the other side
     */
    int send(Due due, String body, Instant now) throws IOException {
        String id = "msg_" + due.delivery().id();
        HttpPost post = new HttpPost(URI.create(due.hook().url()));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader("webhook-signature", Signature.of(due.secret(), id, now.getEpochSecond(), body));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
        ScheduledFuture<?> end = ends.schedule(post::cancel, within.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse answer = client.executeOpen(HttpHost.create(post.getUri()), post, null)) {
            return answer.getCode();
        } catch (java.net.URISyntaxException e) {
            throw new IOException("its address cannot be read", e);
        } finally {
            end.cancel(false);
            post.cancel(); // what else it has to say is not read
        }
    }

    @PreDestroy
    void close() throws IOException {
        ends.shutdownNow();
        client.close();
    }
}
