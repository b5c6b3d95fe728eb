package org.throughline.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiConsumer;
import org.throughline.findings.Alterations;
import org.throughline.findings.Trial;
import org.throughline.findings.Verdict;
import org.throughline.rulebook.RuleBook;

/** Puts a rule book to the test of scenarios. */
public final class Trials {

    private final RuleBook book;
    private final List<Prepared> scenarios;

    private Trials(RuleBook book, List<Scenario> scenarios) {
        this.book = book;
        this.scenarios = scenarios.parallelStream()
                .map(scenario -> Prepared.of(scenario, book.files()))
                .toList();
    }

    /**
     * Runs all of them.
     *
     * @param depth what else to look at; changes are tried only where all scenarios pass
     */
    public static Trial of(RuleBook book, List<Scenario> scenarios, Depth depth) {
        Trials trials = new Trials(book, scenarios);
        Map<String, NavigableSet<String>> fired = new ConcurrentHashMap<>();
        List<Verdict> verdicts = trials.scenarios.parallelStream()
                .map(scenario -> trials.verdict(scenario, fired))
                .toList();
        boolean mutating = depth.mutating() && verdicts.stream().allMatch(Verdict::passed);
        Rehearsals rehearsals = depth.coverage() || mutating ? new Rehearsals(book, trials.scenarios) : null;
        return new Trial(
                verdicts,
                trials.byRule(fired),
                mutating ? new Mutation(book, trials.scenarios).unnoticed() : List.of(),
                depth.coverage() ? rehearsals.coverage() : List.of(),
                mutating ? rehearsals.alterations(depth.atMost(), depth.progress()) : Alterations.NONE);
    }

    /**
     * What to look at beside the scenarios' own answers.
     *
     * @param coverage how often each condition holds and fails
     * @param mutating which changes of thresholds and conditions nobody would notice
     * @param atMost for how long to change conditions
     * @param progress told how many of how many changes were tried
     */
    public record Depth(boolean coverage, boolean mutating, Duration atMost, BiConsumer<Integer, Integer> progress) {

        public static final Depth SCENARIOS_ALONE = new Depth(false, false, Duration.ZERO, (tried, all) -> {});
    }

    private Verdict verdict(Prepared prepared, Map<String, NavigableSet<String>> fired) {
        String name = prepared.scenario().name();
        List<String> differences = prepared.differences(
                book,
                rule -> fired.computeIfAbsent(rule, key -> new ConcurrentSkipListSet<>())
                        .add(name));
        return new Verdict(name, differences.stream().sorted().toList());
    }

    private SortedMap<String, List<String>> byRule(Map<String, NavigableSet<String>> fired) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        book.headers().keySet().forEach(rule -> all.put(rule, new ArrayList<>()));
        fired.forEach((rule, names) -> all.put(rule, List.copyOf(names)));
        return all;
    }
}
