package org.throughline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.bench.byhand.Standings;
import org.throughline.facts.Portfolio;
import tools.jackson.databind.json.JsonMapper;

/** json-rules-engine, in Node, on those diagnostics that it can express, beside a rule book that has the same ones alone. */
final class JsonRulesPart implements Part {

    /** About one use case and its workflow: the engine cannot join, count, or ask what there is not. */
    private static final Set<String> DIAGNOSTICS = Set.of("A1", "A3", "A4", "C1", "C2");

    private static final Path SOURCES = Path.of("src", "bench", "node");
    private static final Path FOLDER = Path.of("target", "bench-node");

    @Override
    public String name() {
        return "jsonrules";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        if (!isThere("node") || !isThere("npm")) {
            table.row("json-rules-engine: not measured, there is no node and npm on the PATH");
            return;
        }
        Portfolio portfolio = Company.ofFacts(MediumPart.FACTS, 1);
        int rounds = harness.isQuick() ? Subset.QUICK_ROUNDS : Subset.ROUNDS;
        install();
        Subset.Timed theirs = run(portfolio, rounds);
        Subset.of(DIAGNOSTICS)
                .compare(table, portfolio, rounds, "json-rules-engine in Node, findings on joined use cases", theirs);
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "find.mjs")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        output("npm", "install", "--silent", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static Subset.Timed run(Portfolio portfolio, int rounds) throws IOException, InterruptedException {
        Path cases = FOLDER.resolve("use-cases.json");
        Files.write(cases, new JsonMapper().writeValueAsBytes(Standings.of(portfolio)));
        double[] millis = output("node", "find.mjs", "use-cases.json", "" + rounds, "findings")
                .lines()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Subset.Timed(
                Subset.Timed.mean(millis), new TreeSet<>(Files.readAllLines(FOLDER.resolve("findings"))));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return printed;
    }
}
