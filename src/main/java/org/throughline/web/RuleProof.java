package org.throughline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.findings.Covered;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Trial;
import org.throughline.findings.Verdict;

/**
 * What the scenarios show of one rule file.
 *
 * @param scenarios those that touch it, by name
 * @param conditions of its rules, as they stand in the file
 */
public record RuleProof(List<Touching> scenarios, List<Covered> conditions) {

    /**
     * A scenario that has to do with a rule.
     *
     * @param rules of the file that fire in it; none where it shows that they stay silent
     */
    public record Touching(Verdict verdict, List<String> rules) {}

    static RuleProof of(Diagnostic diagnostic, Trial trial) {
        List<Covered> conditions = trial.conditions().stream()
                .filter(it -> it.file().equals(diagnostic.file()))
                .toList();
        Set<String> rules = conditions.stream().map(Covered::rule).collect(Collectors.toSet());
        SortedMap<String, List<String>> firing = new TreeMap<>();
        trial.fired().forEach((rule, scenarios) -> {
            if (rules.contains(rule)) {
                scenarios.forEach(it ->
                        firing.computeIfAbsent(it, key -> new ArrayList<>()).add(rule));
            }
        });
        List<Touching> touching = trial.verdicts().stream()
                .filter(it -> firing.containsKey(it.scenario()) || it.scenario().startsWith(diagnostic.id() + "-"))
                .map(it -> new Touching(it, firing.getOrDefault(it.scenario(), List.of())))
                .toList();
        return new RuleProof(touching, conditions);
    }

    /** How many conditions were seen to make a difference. */
    public long seenBothWays() {
        return conditions.stream().filter(Covered::bothWays).count();
    }
}
