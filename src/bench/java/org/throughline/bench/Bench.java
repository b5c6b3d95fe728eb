package org.throughline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All measurements side by side in one run, as one table: {@code mvn -Pbench verify -DskipTests}. Parts of it by name:
 * {@code -Dbench="small medium"}; with {@code quick} among them, benchmarks are tried out: its figures are no measurement.
 */
public final class Bench {

    private static final String QUICK = "quick";

    /** In the order of the table. */
    private static final List<Part> PARTS = List.of(
            new ColdPart(),
            new SmallPart(),
            new LoadPart(),
            new MediumPart(),
            new MillionPart(),
            new SqlPart(),
            new EvretePart(),
            new JsonRulesPart(),
            new FederalPart(),
            new CsvPart(),
            new RulesPart(),
            new TrendPart(),
            new PagesPart(),
            new MemoryPart(),
            new WhatIfPart(),
            new ServerPart(),
            new ProfilePart());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = wanted(arguments);
        Harness harness = new Harness(wanted.remove(QUICK));
        List<Part> parts = PARTS.stream()
                .filter(part -> wanted.isEmpty() || wanted.contains(part.name()))
                .toList();
        Table table = new Table();
        if (parts.stream().anyMatch(Part::comparesFindings)) {
            Agreement.check(Given.rules());
        }
        for (Part part : parts) {
            part.measure(table, harness);
        }
        Files.writeString(Path.of("target", "bench.md"), table.text());
        System.out.println("\n" + table.text());
    }

    /** A mistyped name would measure nothing, or everything for an hour. */
    private static Set<String> wanted(String... names) {
        Set<String> wanted = new TreeSet<>(List.of(names));
        Set<String> known = Stream.concat(PARTS.stream().map(Part::name), Stream.of(QUICK))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("found " + wanted + ", expected some of " + known);
        }
        return wanted;
    }
}
