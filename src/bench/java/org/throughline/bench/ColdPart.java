package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line, from a new process to advice on a small folder: as {@code java -jar}, with the launcher, and with an AOT cache where the
 * environment names the {@code java} of a JDK 25 or newer as {@code BENCH_JAVA_25}.
 */
final class ColdPart implements Part {

    private static final double LIMIT_S = 1.5;
    private static final Path LAUNCHER = Path.of("src", "main", "dist", "throughline");

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
        ColdStart.Run plain = ColdStart.median(ColdStart.PLAIN);
        row(table, "java -jar", plain, plain, LIMIT_S);
        row(
                table,
                "the launcher, class archive and C1",
                ColdStart.median(List.of(LAUNCHER.toString())),
                plain,
                LIMIT_S);
        String newer = System.getenv("BENCH_JAVA_25");
        if (newer == null) {
            table.row("The same with an AOT cache: skipped, BENCH_JAVA_25 names no java of a JDK 25");
        } else {
            row(table, "JDK 25, AOT cache and C1", ColdStart.median(withCache(newer)), plain, LIMIT_S / 2);
        }
    }

    private static List<String> withCache(String java) throws IOException, InterruptedException {
        String cache = Path.of("target", "throughline.aot").toString();
        ColdStart.run(List.of(java, "-XX:AOTCacheOutput=" + cache, "-jar", ColdStart.JAR.toString()));
        return List.of(
                java,
                "-XX:AOTCache=" + cache,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                ColdStart.JAR.toString());
    }

    private static void row(Table table, String how, ColdStart.Run run, ColdStart.Run plain, double limit) {
        table.row("`advise` on the sales-outreach folder from a cold start, median: " + how + "; beside it java -jar")
                .measured(run.text())
                .beside(plain.text())
                .ratio(run.clock() / plain.clock())
                .limit(limit + " s", run.clock() <= limit);
    }
}
