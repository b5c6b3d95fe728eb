package org.throughline.bench;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;

/**
 * A million use cases of twelve columns from their file to facts, beside OpenCSV that only parses them; and a file of 10 MB with a quotation
 * mark that never closes. In turns in one process, so that both have the same machine; processor time counts that of all threads, the
 * collector's and the compiler's too.
 */
final class CsvBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int ROUNDS = 7;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Advisor advisor = new Advisor(Rules.read(Path.of("rules"), null));

    /** Seconds of processor and on the clock. */
    record Cost(double cpu, double clock) {
        String text() {
            return "%.2f s, cpu %.2f s".formatted(clock, cpu);
        }
    }

    /** The rounds in the middle, the first two left out as warm-up. */
    record Costs(Cost parsing, Cost reading, Cost unclosedQuote, double megabytes) {}

    Costs measure() throws Exception {
        Path file = Files.createTempFile("use_cases", ".csv");
        Path quote = Files.createTempFile("use_cases", ".csv");
        try {
            write(file, ROWS, -1);
            write(quote, 105_000, 60_000);
            List<List<Cost>> rounds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int round = 0; round < ROUNDS; round++) {
                rounds.get(0).add(cost(() -> parse(file)));
                rounds.get(1).add(cost(() -> facts(file)));
                rounds.get(2).add(cost(() -> facts(quote)));
            }
            return new Costs(
                    median(rounds.get(0)), median(rounds.get(1)), median(rounds.get(2)), Files.size(file) / 1e6);
        } finally {
            Files.delete(file);
            Files.delete(quote);
        }
    }

    private static int parse(Path file) throws Exception {
        int cells = 0;
        try (CSVReader reader = new CSVReaderBuilder(Files.newBufferedReader(file))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
                cells += row.length;
            }
        }
        return cells;
    }

    private int facts(Path file) {
        return advisor.read(Input.of(List.of(file)), Request.asOf(Company.AS_OF))
                .sheets()
                .get(0)
                .facts();
    }

    private static Cost cost(Callable<Integer> work) throws Exception {
        System.gc();
        long cpu = MACHINE.getProcessCpuTime();
        long clock = System.nanoTime();
        if (work.call() == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return new Cost((MACHINE.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - clock) / 1e9);
    }

    private static Cost median(List<Cost> rounds) {
        List<Cost> warm = new ArrayList<>(rounds.subList(2, rounds.size()));
        warm.sort(Comparator.comparingDouble(Cost::cpu));
        return warm.get(warm.size() / 2);
    }

    private static void write(Path file, int rows, int unclosed) throws IOException {
        Chance chance = new Chance(1, Company.AS_OF);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,team_id,workflow_id,stage,started_on,validated_on,pilot_owner_id,outcome_owner_id,tool,"
                    + "hours_saved_per_item,unit\n");
            for (int row = 0; row < rows; row++) {
                String quote = row == unclosed ? "\"" : "";
                out.write("uc-%d,%sUse case %d,team-%d,wf-%d,%s,%s,%s,p-%d,%s,%s,%s,%s\n"
                        .formatted(
                                row,
                                quote,
                                row,
                                chance.between(1, 400),
                                chance.between(1, 20_000),
                                chance.of("idea", "pilot", "validated", "in_use", "standard", "stopped"),
                                chance.before(500, 1500),
                                chance.one(2) ? "" : chance.within(500),
                                chance.between(1, 5000),
                                chance.one(2) ? "" : "p-" + chance.between(1, 5000),
                                chance.of("Copilot", "In-house model", "Summariser", "Classifier"),
                                chance.between(1, 80) / 10.0,
                                chance.of("minutes", "hours", "share", "")));
            }
        }
    }
}
