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
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.throughline.access.Reader;
import org.throughline.access.Role;
import org.throughline.api.jobs.JobQueue;
import org.throughline.app.Daemons;
import org.throughline.history.HistoryJson;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Job;
import org.throughline.store.Jobs;

@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Jobs",
        description = "Work that takes longer than one wants to wait. With the header \"Prefer: respond-async\" advice,"
                + " the effect of a draft of rules and the scores of a portfolio are answered with 202 and the job's"
                + " address. Its answer is kept for a day. One's own; an administrator sees everybody's.")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
class JobsApi {

    /** What a client sends that wants to come back. */
    static final String PREFER =
            "respond-async: the answer is a job's address (202), which is asked for the answer later.";

    private static final Duration LONGEST_STREAM = Duration.ofHours(1);
    private static final long LOOK_MILLIS = 250;

    private static final List<String> STATES = List.of("waiting", "running", "done", "failed");
    private static final int MOST_STREAMS = 200;

    private final JobQueue queue;
    private final Set<SseEmitter> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("job-events"));

    JobsApi(JobQueue queue) {
        this.queue = queue;
    }

    /** A job, as clients see it. */
    record JobCard(
            String id,

            @Schema(
                    description = "Advice, the effect of a draft of rules, or scores of a portfolio's snapshots.",
                    allowableValues = {"advice", "effect", "scores"})
            String kind,

            @Schema(allowableValues = {"waiting", "running", "done", "failed"})
            String state,

            @Schema(description = "Of it that is done; of advice, of what was sent that is read: at 100 it is judged.")
            int percent,

            @Schema(
                    description = "What is done now, of one that is running.",
                    allowableValues = {"reading", "judging"})
            @Nullable
            String step,

            @Schema(description = "How many are to be done before it.")
            int before,

            Instant createdAt,
            @Nullable Instant doneAt,

            @Schema(description = "Where the answer is, once it is done or failed.") @Nullable
            String result) {}

    private JobCard card(Job it) {
        String result = it.isDone() ? "/api/v1/jobs/" + it.id() + "/result" : null;
        return new JobCard(
                it.id(),
                it.kind(),
                it.state(),
                it.percent(),
                step(it),
                queue.before(it),
                it.createdAt(),
                it.doneAt(),
                result);
    }

    private static @Nullable String step(Job it) {
        if (!it.state().equals("running")) {
            return null;
        }
        return it.kind().equals(AdviceJob.KIND) && it.percent() < 100 ? "reading" : "judging";
    }

    /** Whether a client wants to come back for the answer. */
    static boolean isAskedFor(@Nullable String prefer) {
        return prefer != null
                && List.of(prefer.toLowerCase(java.util.Locale.ROOT).split("\\s*[,;]\\s*"))
                        .contains("respond-async");
    }

    /**
     * Takes work in: 202, with where to ask.
     *
     * @throws JobQueue.FullException if as many wait or run as may
     */
    ResponseEntity<String> accepted(
            String kind, @Nullable String asOf, List<SentBytes> files, HttpServletRequest asked) {
        Job job = queue.add(kind, asOf, files, Sent.by(asked));
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/jobs/" + job.id())
                .header("Preference-Applied", "respond-async")
                .body(HistoryJson.text(card(job)));
    }

    private Job mine(String id) {
        Reader reader = Reader.current();
        return queue.one(id)
                .filter(job -> job.owner().equals(reader.name()) || reader.is(Role.ADMINISTRATOR))
                .orElseThrow(() -> RefusedException.unknown(
                        "job " + id,
                        "There is none of that id, or none any more.",
                        "The id of a job of yours.",
                        "Choose one that is listed, or send the work again."));
    }

    @GetMapping
    @Operation(operationId = "listJobs", summary = "Jobs of the last day, the latest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = JobCard.class))))
    String list(
            @Parameter(
                            description = "Only those in this state.",
                            schema = @Schema(allowableValues = {"waiting", "running", "done", "failed"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        Sorting.refuseUnless("state", state, STATES);
        Reader reader = Reader.current();
        String owner = reader.is(Role.ADMINISTRATOR) ? null : reader.name();
        int most = Paging.limit(limit);
        Paging<Job> part = Paging.of(queue.all(wanted(owner, state, after), most + 1), most, JobsApi::cursor);
        return HistoryJson.text(
                new Paging<>(part.items().stream().map(this::card).toList(), part.next()));
    }

    private static String cursor(Job job) {
        return job.createdAt() + "/" + job.id();
    }

    private static Jobs.Wanted wanted(@Nullable String owner, @Nullable String state, String after) {
        if (after.isEmpty()) {
            return new Jobs.Wanted(owner, state, null, "");
        }
        int slash = after.indexOf('/');
        try {
            Instant created = Instant.parse(after.substring(0, Math.max(0, slash)));
            return new Jobs.Wanted(owner, state, created, after.substring(slash + 1));
        } catch (DateTimeParseException e) {
            throw Paging.noSuch(after);
        }
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob", summary = "How far a job is")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobCard.class)))
    String one(@PathVariable String id) {
        return HistoryJson.text(card(mine(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "cancelJob", summary = "Stop it, or forget its answer")
    @ApiResponse(responseCode = "204", content = @Content)
    void cancel(@PathVariable String id) {
        queue.cancel(mine(id));
    }

    @GetMapping("/{id}/result")
    @Operation(
            operationId = "getJobResult",
            summary = "The answer, with the status that it would have had",
            description =
                    "Advice, the effects by portfolio, or the trend, as the request would have been answered; or a"
                            + " problem document where the job failed, or is not done yet (409 with Retry-After).")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.ADVICE)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> result(@PathVariable String id) {
        Job job = mine(id);
        Optional<byte[]> result = queue.result(job);
        if (result.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(new Refusal(
                                    HttpStatus.CONFLICT,
                                    "job-under-way",
                                    "The job is not done yet",
                                    "a job that is " + job.state(),
                                    "one that is done",
                                    "Ask again after a second, or listen to its events.")
                            .document());
        }
        int status = Optional.ofNullable(job.status()).orElse(200);
        return ResponseEntity.status(status)
                .contentType(status < 400 ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON)
                .body(result.get());
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "listenToJob",
            summary = "How far it is, as server-sent events",
            description =
                    "An event \"progress\" with the job as data whenever something changed; \"end\" once it is done,"
                            + " failed or cancelled.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    SseEmitter events(@PathVariable String id) {
        Job job = mine(id);
        if (streams.size() >= MOST_STREAMS) {
            throw new JobQueue.FullException(
                    false, "more than " + MOST_STREAMS + " clients that listen to jobs", "at most " + MOST_STREAMS);
        }
        SseEmitter stream = new SseEmitter(LONGEST_STREAM.toMillis());
        streams.add(stream);
        AtomicReference<String> last = new AtomicReference<>("");
        ScheduledFuture<?> look =
                looks.scheduleWithFixedDelay(() -> tell(job.id(), stream, last), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        Runnable end = () -> {
            look.cancel(false);
            streams.remove(stream);
        };
        stream.onCompletion(end);
        stream.onTimeout(end);
        stream.onError(gone -> end.run());
        return stream;
    }

    private void tell(String id, SseEmitter stream, AtomicReference<String> last) {
        try {
            Optional<Job> now = queue.one(id);
            String said = now.map(job -> HistoryJson.text(card(job))).orElse("null");
            boolean ends = now.map(Job::isDone).orElse(true);
            if (ends || !said.equals(last.getAndSet(said))) {
                stream.send(SseEmitter.event().name(ends ? "end" : "progress").data(said));
            }
            if (ends) {
                stream.complete();
            }
        } catch (IOException | RuntimeException gone) {
            stream.completeWithError(gone);
        }
    }

    /** Before the server waits for those who are still answered: these would be for an hour. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        looks.shutdownNow();
        streams.forEach(SseEmitter::complete);
    }
}
