package org.throughline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The command line as people use it: a new process that reads a small folder, advises, and ends. */
final class ColdStart {

    static final Path JAR = Path.of("target", "throughline.jar");
    static final Path FACTS = Path.of("scenarios", "sales-outreach", "facts");

    private static final int TIMES = 9;
    private static final Path OWN_STAT = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;

    private ColdStart() {}

    /** Seconds on the clock, and of processor (user and system; not a number where the system does not say). */
    record Run(double clock, double cpu) {
        String text() {
            return "%.2f s, cpu %.2f s".formatted(clock, cpu);
        }
    }

    /** What {@code java -jar} makes of it. */
    static final List<String> PLAIN = List.of(Fresh.JAVA, "-jar", JAR.toString());

    /** The run in the middle of several, the first one not counted: it may leave an archive for those after it. */
    static Run median(List<String> program) throws IOException, InterruptedException {
        run(program);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            runs.add(run(program));
        }
        runs.sort(Comparator.comparingDouble(Run::clock));
        return runs.get(TIMES / 2);
    }

    static Run run(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("advise", FACTS.toString(), "--as-of", Company.AS_OF.toString(), "--format", "json"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("THROUGHLINE_JAR", JAR.toString());
        builder.environment()
                .put("THROUGHLINE_ARCHIVE", Path.of("target", "start").toString());
        double cpu = cpuOfChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        long length = process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        int exit = process.waitFor();
        double clock = (System.nanoTime() - start) / 1e9;
        if (exit > 1 || length == 0) {
            throw new IllegalStateException(program + " ended with " + exit + " and " + length + " bytes of advice");
        }
        return new Run(clock, cpuOfChildren() - cpu);
    }

    /** Of those that ended and were waited for: fields 16 and 17, counted after the name in brackets. */
    private static double cpuOfChildren() {
        if (!Files.exists(OWN_STAT)) {
            return Double.NaN;
        }
        try {
            String stat = Files.readString(OWN_STAT);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
