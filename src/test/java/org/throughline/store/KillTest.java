package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.history.AssessmentCard;
import org.throughline.history.SnapshotCard;
import org.throughline.testkit.TestPostgres;

/**
 * What was acknowledged is there after {@code kill -9}, and nothing is half-written. 20 rounds in all, ten on each
 * database; {@code -Dthroughline.kills=200} for 200 on each. Each ends
 * at a random moment: after a number of acknowledged writes, while others are under way.
 */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("throughline.kills", 10);
    private static final long SEED = Long.getLong("throughline.seed", 20261123);
    private static final int MOST_WRITES = 60;

    @TempDir
    private Path folder;

    private final List<String> imports = new ArrayList<>();
    private final Map<String, String> changes = new HashMap<>();

    @Test
    void sqliteLosesNothingThatWasAcknowledged() throws Exception {
        String data = folder.resolve("data").toString();
        survive(data, StoreSettings.in(Path.of(data)));
    }

    @Test
    void postgresLosesNothingThatWasAcknowledged() throws Exception {
        String url = TestPostgres.emptyDatabase();
        survive(url, StoreSettings.at(url, "postgres", null));
    }

    private void survive(String place, StoreSettings settings) throws Exception {
        try (Store first = Store.open(settings)) {
            Arrivals.create(first);
            Arrivals.keep(first, "the first");
        }
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Server server = Server.start(List.of(), place);
            CountDownLatch enough = new CountDownLatch(1 + random.nextInt(MOST_WRITES));
            Writers writers = new Writers(server.port).begin("r" + round, enough);
            assertThat(enough.await(60, TimeUnit.SECONDS))
                    .as("writes were acknowledged in round %d of seed %d", round, SEED)
                    .isTrue();
            server.kill();
            writers.join();
            imports.addAll(writers.imports);
            changes.putAll(writers.changes);
        }
        try (Store after = Store.open(settings)) {
            Survivors.everythingIsThere(after, imports, changes);
            nothingIsHalfWritten(after);
        }
        System.out.printf(
                "%s: %d kills, %d imports and %d changes acknowledged, none lost%n",
                settings.url() == null ? "SQLite" : "PostgreSQL", ROUNDS, imports.size(), changes.size());
    }

    private static void nothingIsHalfWritten(Store store) {
        List<SnapshotCard> snapshots = store.snapshots(Arrivals.PORTFOLIO);
        List<AssessmentCard> assessments = store.assessments(Arrivals.PORTFOLIO);
        assertThat(store.portfolio(Arrivals.PORTFOLIO).orElseThrow().snapshots())
                .isEqualTo(snapshots.size());
        assertThat(assessments).hasSameSizeAs(snapshots);
        for (SnapshotCard card : snapshots) {
            String sent = Survivors.text(store.file(Arrivals.PORTFOLIO, card.number(), 0));
            assertThat(Survivors.text(store.facts(Arrivals.PORTFOLIO, card.number())))
                    .isEqualTo("facts of " + sent);
            assertThat(store.advice(Arrivals.PORTFOLIO, card.number(), "rules-1"))
                    .isPresent();
        }
        for (int number = 0; number < Arrivals.RECOMMENDATIONS; number++) {
            String id = Arrivals.recommendation(number);
            assertThat(store.events(Arrivals.PORTFOLIO, id, 0, Integer.MAX_VALUE))
                    .hasSize((int)
                            store.handling(Arrivals.PORTFOLIO, id).orElseThrow().version());
        }
    }

    /** Counted by the kernel: a commit that was not on the disk when it was acknowledged would show. */
    @Test
    void eachAcknowledgedChangeWasWrittenToTheDisk() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "no strace here to count with");
        Path calls = folder.resolve("calls");
        String data = folder.resolve("traced").toString();
        try (Store first = Store.open(StoreSettings.in(Path.of(data)))) {
            Arrivals.create(first);
            Arrivals.keep(first, "the first");
        }
        List<String> trace = List.of("/usr/bin/strace", "-f", "-e", "trace=fsync,fdatasync", "-o", calls.toString());
        Server server = Server.start(trace, data);
        CountDownLatch enough = new CountDownLatch(40);
        Writers writers = new Writers(server.port).begin("traced", enough);
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        server.kill();
        writers.join();

        long synchronised = Files.readAllLines(calls).stream()
                .filter(line -> line.contains("sync(") && !line.contains("resumed"))
                .count();
        assertThat(synchronised).isGreaterThanOrEqualTo(writers.acknowledged());
    }

    /** A process of its own. */
    private record Server(Process process, int port) {

        static Server start(List<String> before, String place) throws IOException {
            List<String> command = new ArrayList<>(before);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-cp",
                    System.getProperty("java.class.path"),
                    StoreServer.class.getName(),
                    place));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("port ")) {
                    return new Server(process, Integer.parseInt(line.substring(5)));
                }
            }
            throw new IllegalStateException("the server did not start");
        }

        /** {@code kill -9}, of what it started as well. */
        void kill() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
