package org.throughline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.throughline.app.Advisor;
import org.throughline.app.Rules;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;

/** What the page of trends waits for: a hundred snapshots of 3,600 use cases, from the disk to the records it shows. */
final class TrendBenchmark {

    private static final int SNAPSHOTS = 100;
    private static final int USE_CASES = 3_600;
    private static final int RUNS = 20;
    private static final String[] STAGES = {"pilot", "validated", "in_use", "pilot", "standard", "idea", "pilot"};

    /**
     * @param firstMs with nothing in memory yet
     * @param medianMs once it was asked for a few times
     * @param bytes of the database
     */
    record Costs(double firstMs, double medianMs, long bytes) {}

    Costs measure() throws IOException {
        Path folder = Files.createTempDirectory("throughline-bench-");
        try (Portfolios portfolios = open(folder)) {
            portfolios.create("bench", "Bench", "bench");
            for (int number = 0; number < SNAPSHOTS; number++) {
                portfolios.importFiles("bench", shipment(number), "bench");
            }
        }
        try (Portfolios portfolios = open(folder)) {
            portfolios.following(); // loads the rules, which a server has done
            double first = trend(portfolios);
            double[] all = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                all[run] = trend(portfolios);
            }
            Arrays.sort(all);
            return new Costs(first, all[RUNS / 2], Files.size(folder.resolve("throughline.db")));
        } finally {
            Fresh.delete(folder);
        }
    }

    private static Portfolios open(Path folder) {
        Advisor advisor = new Advisor(Rules.read(null, null).loaded());
        return new Portfolios(Store.open(StoreSettings.in(folder)), () -> advisor, Clock.systemUTC());
    }

    private static double trend(Portfolios portfolios) {
        long start = System.nanoTime();
        int points = portfolios.following().trend("bench").points().size();
        if (points != SNAPSHOTS) {
            throw new IllegalStateException(points + " points");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** A month later than the one before, with a stage here and there further on. */
    private static Shipment shipment(int number) {
        StringBuilder csv =
                new StringBuilder("id,name,team_id,workflow_id,stage,started_on,validated_on,outcome_owner_id\n");
        LocalDate day = LocalDate.of(2018, 1, 31).plusMonths(number);
        for (int i = 0; i < USE_CASES; i++) {
            String stage = STAGES[(i + (i % 97 == 0 ? number : 0)) % STAGES.length];
            csv.append("uc-%d,Use case %d of team %d,t-%d,wf-%d,%s,%s,%s,%s%n"
                    .formatted(
                            i,
                            i,
                            i % 120,
                            i % 120,
                            i % 900,
                            stage,
                            day.minusDays(i % 700),
                            stage.equals("idea") || stage.equals("pilot")
                                    ? ""
                                    : day.minusDays(i % 200).toString(),
                            i % 3 == 0 ? "" : "Person " + i % 400));
        }
        String decisions = "id,subject_type,subject_id,kind,decided_on\nd-1,use_case,uc-1,standardise," + day + "\n";
        return Shipment.of(
                List.of(
                        new SentBytes("use_cases.csv", csv.toString().getBytes(StandardCharsets.UTF_8)),
                        new SentBytes("decisions.csv", decisions.getBytes(StandardCharsets.UTF_8))),
                day);
    }

    /** Alone, without the others. */
    public static void main(String[] arguments) throws IOException {
        System.out.println(new TrendBenchmark().measure());
    }
}
