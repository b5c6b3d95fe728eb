package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All contenders on the same files, each in a process of its own with the same memory, with findings that are the same. */
final class Race {

    private static final String HEAP = "-Xmx3g";
    private static final int SHOWN = 10;

    private final Path folder = Files.createTempDirectory("throughline-bench-");
    private final int rounds;

    /** @param rounds of which the median of the last half counts; of one, that one, in a process that is cold */
    Race(int facts, long seed, int rounds) throws IOException {
        this.rounds = rounds;
        CsvFolder.write(Company.ofFacts(facts, seed), folder);
    }

    /** Seconds. */
    Map<Contender, Double> run() throws IOException, InterruptedException {
        Map<Contender, Double> seconds = new EnumMap<>(Contender.class);
        Set<String> first = Set.of();
        for (Contender contender : Contender.values()) {
            Path found = folder.resolve(contender + ".findings");
            seconds.put(contender, time(contender, found));
            Set<String> findings = new TreeSet<>(Files.readAllLines(found));
            if (contender.ordinal() > 0) {
                compare(contender, findings, first);
            }
            first = findings;
        }
        Fresh.delete(folder);
        return seconds;
    }

    private double time(Contender contender, Path found) throws IOException, InterruptedException {
        String printed = Fresh.output(
                List.of(HEAP), Contender.class, contender.name(), folder.toString(), "" + rounds, found.toString());
        double[] all = printed.lines()
                .mapToDouble(Double::parseDouble)
                .skip(rounds / 2)
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    private static void compare(Contender contender, Set<String> some, Set<String> others) {
        if (!some.equals(others)) {
            throw new IllegalStateException("different findings cannot be compared: only " + contender + " "
                    + less(some, others) + ", only the one before " + less(others, some));
        }
    }

    private static List<String> less(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).limit(SHOWN).toList();
    }
}
