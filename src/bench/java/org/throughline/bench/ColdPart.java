package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;

/** The command line, from a new process to advice on a small folder. */
final class ColdPart implements Part {

    private static final double LIMIT_S = 1.5;

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException, InterruptedException {
        if (!Files.exists(ColdStart.JAR)) {
            table.row("advise from a cold start: skipped, no " + ColdStart.JAR);
            return;
        }
        ColdStart.Run run = ColdStart.median();
        table.row("`advise` on the sales-outreach folder from a cold start, median")
                .measured("%.2f s, cpu %.2f s".formatted(run.clock(), run.cpu()))
                .limit(LIMIT_S + " s", run.clock() < LIMIT_S);
    }
}
