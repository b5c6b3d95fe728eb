package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.Reader;
import org.throughline.api.webhooks.Subscriptions;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.Account.Grant;
import org.throughline.store.Delivery;
import org.throughline.store.Webhook;

@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Webhooks",
        description = "Addresses that are told of new advice, of findings that are resolved or returned, and of"
                + " recommendations whose state changed. Messages are signed as Standard Webhooks has it"
                + " (webhook-id, webhook-timestamp, webhook-signature), arrive at least once, and are tried again"
                + " for two days.")
@ApiResponse(responseCode = "403", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
class WebhooksApi {

    private static final List<String> DELIVERY_STATES = List.of("waiting", "delivered", "nothing", "given_up");

    private final Subscriptions subscriptions;

    WebhooksApi(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** What a client says of a new one. */
    record NewWebhook(
            @Schema(description = "Which is sent a POST.", example = "https://pmo.example.com/throughline") @Nullable
            String url,

            @Schema(
                    description = "The portfolio of which it is told. Left out: all, which takes a lead of all.",
                    example = "sales")
            @Nullable
            String portfolio,

            @Schema(
                    description =
                            "Of advice.new, finding.resolved, finding.returned, recommendation.changed. Left out: all.",
                    example = "[\"advice.new\"]")
            @Nullable
            List<String> events) {}

    /** A webhook without its secret. */
    record Hook(
            String id,
            @Nullable String portfolio,
            String url,
            List<String> events,
            Instant createdAt,
            String createdBy,

            @Schema(
                    description =
                            "Why it is told nothing for now: whoever wished it leads the portfolio no more, or has no"
                                    + " account. What it was not told is in its deliveries, to be sent again. Null where"
                                    + " it is told.")
            @Nullable
            String paused,

            @Schema(description = "By which messages are signed; in the answer that made it only.") @Nullable
            String secret) {

        @Override
        public String toString() {
            return "Hook[" + id + "]";
        }
    }

    private Hook hook(Webhook it, @Nullable String secret) {
        return new Hook(
                it.id(),
                it.portfolio(),
                it.url(),
                it.events(),
                it.createdAt(),
                it.createdBy(),
                subscriptions.paused(it),
                secret);
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "Webhooks of the portfolios that one leads, by id")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Hook.class))))
    String list(
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        List<Hook> more = subscriptions.all(after).stream()
                .filter(WebhooksApi::isMine)
                .limit(most + 1L)
                .map(it -> hook(it, null))
                .toList();
        return HistoryJson.text(Paging.of(more, most, Hook::id));
    }

    private static boolean isMine(Webhook it) {
        return Reader.current().leads(it.portfolio() == null ? Grant.ALL : it.portfolio());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createWebhook",
            summary = "Have an address told what happens; the secret is shown once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewWebhook.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Hook.class)))
    ResponseEntity<String> create(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        NewWebhook wanted = Sent.json(sent, NewWebhook.class);
        String portfolio = wanted.portfolio();
        if (!Reader.current().leads(portfolio == null ? Grant.ALL : portfolio)) {
            throw notLed(portfolio);
        }
        Subscriptions.Made made = subscriptions.create(wanted.url(), portfolio, wanted.events(), Sent.by(sent));
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.hook().id()))
                .header("Cache-Control", "no-store")
                .body(HistoryJson.text(hook(made.hook(), made.secret())));
    }

    /** As of a portfolio that is not there: whoever does not lead it is not told whether it is. */
    private static RefusedException notLed(@Nullable String portfolio) {
        return RefusedException.unknown(
                "portfolio",
                portfolio == null ? "Nothing, which stands for all." : '"' + portfolio + "\".",
                "The id of a portfolio that you lead.",
                "Name one of yours, or ask an administrator for the role lead.");
    }

    private Webhook mine(String id) {
        Webhook hook = subscriptions.one(id);
        if (!isMine(hook)) {
            throw Subscriptions.unknown(id);
        }
        return hook;
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getWebhook", summary = "One webhook")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Hook.class)))
    String one(@PathVariable String id) {
        return HistoryJson.text(hook(mine(id), null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "Tell it nothing any more; what it was told is forgotten")
    @ApiResponse(responseCode = "204", content = @Content)
    void delete(@PathVariable String id) {
        subscriptions.delete(mine(id));
    }

    @GetMapping("/{id}/deliveries")
    @Operation(operationId = "listDeliveries", summary = "What it was told in the last 30 days, the latest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Delivery.class))))
    String deliveries(
            @PathVariable String id,
            @Parameter(
                            description = "Only those in this state.",
                            schema = @Schema(allowableValues = {"waiting", "delivered", "nothing", "given_up"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(required = false) @Nullable
                    Long after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        Sorting.refuseUnless("state", state, DELIVERY_STATES);
        long before = after == null ? Long.MAX_VALUE : after;
        List<Delivery> more = subscriptions.deliveries(mine(id), state, before, most + 1);
        return HistoryJson.text(Paging.of(more, most, Delivery::id));
    }

    @PostMapping("/{id}/deliveries/{number}/redeliver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "redeliver", summary = "Send a message once more, with the same id and body")
    @ApiResponse(responseCode = "204", content = @Content)
    void redeliver(@PathVariable String id, @PathVariable long number) {
        subscriptions.again(mine(id), number);
    }
}
