package org.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.api.jobs.JobRunner;
import org.throughline.api.jobs.JobSettings;
import org.throughline.store.Job;
import org.throughline.store.Jobs;
import org.throughline.store.Store;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Work that one comes back for. */
class JobsApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ADVICE = "/api/v1/advice?asOf=2026-06-30";

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    /** Its replicas do nothing by themselves. */
    @RegisterExtension
    static final RunningApp idle = new RunningApp(
            "--throughline.jobs.concurrent=0",
            "--throughline.jobs.waiting=3",
            "--throughline.jobs.waiting-per-client=2");

    private static HttpResponse<String> post(RunningApp at, String document) {
        return at.send(HttpRequest.newBuilder(at.uri(ADVICE))
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async, wait=10")
                .POST(BodyPublishers.ofString(document)));
    }

    static String job(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        return accepted.headers().firstValue("Location").orElseThrow();
    }

    static JsonNode done(RunningApp at, String job) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end; ) {
            JsonNode now = JSON.readTree(at.get(job).body());
            if (!now.path("doneAt").isNull()) {
                return now;
            }
        }
        throw new AssertionError("It is never done");
    }

    @Test
    void theAnswerIsThatOfARequestThatWaits() {
        String now = app.send(HttpRequest.newBuilder(app.uri(ADVICE))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Examples.PORTFOLIO)))
                .body();

        HttpResponse<String> accepted = post(app, Examples.PORTFOLIO);
        String job = job(accepted);
        JsonNode done = done(app, job);

        assertThat(accepted.headers().firstValue("Preference-Applied")).contains("respond-async");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        assertThat(done.path("result").asString()).isEqualTo(job + "/result");
        assertThat(app.get(job + "/result").body()).isEqualTo(now);
        assertThat(app.get("/api/v1/jobs").body()).contains(job.substring("/api/v1/jobs/".length()));
    }

    @Test
    void filesAreReadAsTheyWouldBeAtOnce() {
        Multipart files = new Multipart().file("files", "fruit.csv", "colour,taste", "red,sweet");

        String job =
                job(app.send(files.post(HttpRequest.newBuilder(app.uri(ADVICE)).header("Prefer", "respond-async"))));
        JsonNode done = done(app, job);
        HttpResponse<String> result = app.get(job + "/result");

        assertThat(done.path("state").asString()).isEqualTo("failed");
        assertThat(result.statusCode()).isEqualTo(422);
        assertThat(result.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(result.body())
                .contains("\"type\":\"urn:throughline:problem:unusable-input\"")
                .contains("\"file\":\"fruit.csv\"");
    }

    @Test
    void aHistoryIsScoredLater() {
        post("/api/v1/portfolios", "{\"id\": \"jobs-test\", \"name\": \"Jobs test\"}");
        post("/api/v1/portfolios/jobs-test/snapshots?asOf=2026-06-30", Examples.PORTFOLIO);

        String job = job(post("/api/v1/portfolios/jobs-test/trend", ""));
        JsonNode done = done(app, job);

        assertThat(done.path("kind").asString()).isEqualTo("scores");
        assertThat(app.get(job + "/result").body())
                .isEqualTo(app.get("/api/v1/portfolios/jobs-test/trend").body())
                .contains("\"asOf\":\"2026-06-30\"");
        assertThat(post("/api/v1/portfolios/nobody/trend", "").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> post(String path, String body) {
        return app.send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void whatIsGoneWhenItsTurnComesIsSaid() {
        post("/api/v1/portfolios", "{\"id\": \"jobs-gone\", \"name\": \"Jobs gone\"}");
        Jobs jobs = app.bean(Store.class).jobs();
        jobs.add(ofKind("job-gone", "scores"), ScoresJob.asked("jobs-never-was"), 100, 100);
        jobs.add(ofKind("job-newer", "telepathy"), List.of(), 100, 100);

        assertThat(done(app, "/api/v1/jobs/job-gone").path("state").asString()).isEqualTo("failed");
        assertThat(app.get("/api/v1/jobs/job-gone/result").statusCode()).isEqualTo(404);
        assertThat(done(app, "/api/v1/jobs/job-newer").path("state").asString()).isEqualTo("failed");
        assertThat(app.get("/api/v1/jobs/job-newer/result").statusCode()).isEqualTo(500);
    }

    private static Job ofKind(String id, String kind) {
        return new Job(id, kind, "local user", null, "waiting", 0, 0, Instant.now(), null, null);
    }

    @Test
    void whatIsNoJsonIsSaidAtOnce() {
        assertThat(post(app, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void eventsTellHowFarItIs() {
        String job = job(post(app, Examples.PORTFOLIO));

        HttpResponse<String> events = app.get(job + "/events");

        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(events.body())
                .contains("event:end")
                .contains("\"state\":\"done\"")
                .endsWith("\n\n");
    }

    @Test
    void waitsUntilItIsItsTurnAndIsCancelled() {
        String first = job(post(idle, Examples.PORTFOLIO));
        String second = job(post(idle, Examples.PORTFOLIO));
        HttpResponse<String> third = post(idle, Examples.PORTFOLIO);

        assertThat(JSON.readTree(idle.get(second).body()).path("before").asInt())
                .isEqualTo(1);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).contains("10");
        assertThat(third.body())
                .contains("Found more than 2 jobs of yours that wait or run, expected at most 2 (setting"
                        + " throughline.jobs.waiting-per-client).");
        HttpResponse<String> early = idle.get(first + "/result");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.headers().firstValue("Retry-After")).contains("1");
        assertThat(early.body()).contains("Found a job that is waiting, expected one that is done.");

        for (String job : List.of(first, second)) {
            assertThat(idle.send(HttpRequest.newBuilder(idle.uri(job)).DELETE()).statusCode())
                    .isEqualTo(204);
            assertThat(idle.get(job).statusCode()).isEqualTo(404);
        }
        assertThat(job(post(idle, Examples.PORTFOLIO))).startsWith("/api/v1/jobs/job-");
        idle.bean(Store.class)
                .jobs()
                .all(Jobs.Wanted.of(null), 9)
                .forEach(it -> idle.bean(Store.class).jobs().remove(it.id()));
    }

    @Test
    void takesNoMoreThanMayWaitOfAll() {
        Jobs jobs = idle.bean(Store.class).jobs();
        Instant now = Clock.systemUTC().instant();
        for (int i = 0; i < 3; i++) {
            jobs.add(new Job("of-bo-" + i, "advice", "bo", null, "waiting", 0, 0, now, null, null), List.of(), 9, 9);
        }

        HttpResponse<String> refused = post(idle, Examples.PORTFOLIO);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .contains("Found more than 3 jobs that wait or run, expected at most 3 (setting"
                        + " throughline.jobs.waiting).");
        jobs.all(Jobs.Wanted.of("bo"), 9).forEach(it -> jobs.remove(it.id()));
    }

    @Test
    void listsInPartsAndByState() {
        List<String> sent = List.of(job(post(idle, Examples.PORTFOLIO)), job(post(idle, Examples.PORTFOLIO)));
        String list = "/api/v1/jobs?limit=1&state=waiting";

        JsonNode first = JSON.readTree(idle.get(list).body());
        JsonNode second = JSON.readTree(
                idle.get(list + "&after=" + first.path("next").asString()).body());

        assertThat(List.of(address(second), address(first))).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("items").get(0).path("step").isNull()).isTrue();
        assertThat(idle.get("/api/v1/jobs?state=done").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(idle.get("/api/v1/jobs?state=ready").body())
                .contains("Found \\\"ready\\\", expected of waiting, running, done, failed. Correct it, or leave state"
                        + " out.");
        assertThat(idle.get("/api/v1/jobs?after=7").body())
                .contains("Found \\\"7\\\", expected the \\\"next\\\" of the part before. Leave it out for the first"
                        + " part.");
        sent.forEach(job -> idle.send(HttpRequest.newBuilder(idle.uri(job)).DELETE()));
    }

    private static String address(JsonNode list) {
        return "/api/v1/jobs/" + list.path("items").get(0).path("id").asString();
    }

    @Test
    void whoeverWorksStopsWhereNobodyWaitsAndGivesBackAtTheEnd() throws InterruptedException {
        Jobs jobs = idle.bean(Store.class).jobs();
        Instant now = Clock.systemUTC().instant();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        JobRunner runner = new JobRunner(
                jobs,
                new JobSettings(1, 9, 9, Duration.ofHours(1), Duration.ofHours(1), Duration.ofMillis(500)),
                (turn, percent) -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        stopped.countDown();
                    }
                    throw new java.util.concurrent.CancellationException("nobody waits");
                });
        jobs.add(
                new Job("job-cancelled", "advice", "local user", null, "waiting", 0, 0, now, null, null),
                List.of(),
                9,
                9);
        runner.begin();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        jobs.remove("job-cancelled");
        assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();

        jobs.add(
                new Job("job-at-end", "advice", "local user", null, "waiting", 0, 0, now, null, null), List.of(), 9, 9);
        while (jobs.one("job-at-end").map(Job::attempts).orElse(0) == 0) {
            Thread.onSpinWait();
        }
        runner.close();
        Optional<Job> left = jobs.one("job-at-end");
        jobs.remove("job-at-end");

        assertThat(left.map(Job::state)).contains("waiting");
        assertThat(left.map(Job::attempts))
                .as("what was given back was no attempt")
                .contains(0);
    }
}
