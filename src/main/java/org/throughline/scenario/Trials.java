package org.throughline.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.throughline.findings.Trial;
import org.throughline.findings.Unnoticed;
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
     * @param mutating whether to try as well which changes of a threshold none of them would notice; only where all of them pass
     */
    public static Trial of(RuleBook book, List<Scenario> scenarios, boolean mutating) {
        Trials trials = new Trials(book, scenarios);
        Map<String, NavigableSet<String>> fired = new ConcurrentHashMap<>();
        List<Verdict> verdicts = trials.scenarios.parallelStream()
                .map(scenario -> trials.verdict(scenario, fired))
                .toList();
        boolean sound = verdicts.stream().allMatch(Verdict::passed);
        List<Unnoticed> unnoticed = mutating && sound ? new Mutation(book, trials.scenarios).unnoticed() : List.of();
        return new Trial(verdicts, trials.byRule(fired), unnoticed);
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
