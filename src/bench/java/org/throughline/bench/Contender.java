package org.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throughline.advice.Advice;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.bench.byhand.ByHand;
import org.throughline.facts.Reading;
import org.throughline.findings.Finding;

/**
 * A way from CSV files to findings. Run in a process of its own, which prints the seconds of each round, so that none warms up, or fills
 * the memory of, another: {@code Contender WAY FOLDER ROUNDS FINDINGS_FILE}.
 */
enum Contender {
    /** To ranked advice. */
    RULES {
        @Override
        List<String> findings(Path folder) {
            Advice advice = advisor()
                    .advise(Input.of(List.of(folder)), Request.asOf(Company.AS_OF))
                    .advice();
            return lines(advice.findings());
        }
    },
    /** The product's reader, then hand-written Java on all cores. */
    BY_HAND {
        @Override
        List<String> findings(Path folder) {
            Reading reading = advisor().read(Input.of(List.of(folder)), Request.asOf(Company.AS_OF));
            return lines(ByHand.findingsInParallel(reading.portfolio()));
        }
    },
    DUCKDB {
        @Override
        List<String> findings(Path folder) throws Exception {
            return DuckDb.findings(folder);
        }
    };

    private static Advisor advisor;

    /** Each as its id and severity. */
    abstract List<String> findings(Path folder) throws Exception;

    private static synchronized Advisor advisor() {
        if (advisor == null) {
            advisor = new Advisor(Rules.read(Path.of("rules"), null).loaded());
        }
        return advisor;
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.id() + " " + finding.severity().word())
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        Contender contender = valueOf(arguments[0]);
        List<String> findings = List.of();
        for (int round = Integer.parseInt(arguments[2]); round > 0; round--) {
            long start = System.nanoTime();
            findings = contender.findings(Path.of(arguments[1]));
            System.out.println((System.nanoTime() - start) / 1e9);
        }
        Files.write(Path.of(arguments[3]), findings);
    }
}
