package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.check.ReadRule.Said;

/** What can only be seen over all files. */
final class Across {

    private final Map<String, Flaws> flaws = new LinkedHashMap<>();

    private Across(List<ReadFile> files) {
        files.forEach(file -> flaws.put(file.file(), new Flaws(file.source())));
    }

    static List<Flaw> check(List<ReadFile> files, RuleFiles texts) {
        Across across = new Across(files);
        across.names(files);
        if (files.stream().allMatch(ReadFile::whole)) {
            across.diagnostics(files);
        }
        List<ReadRule> rules =
                files.stream().flatMap(file -> file.rules().stream()).toList();
        Map<String, BigDecimal> thresholds = ThresholdUse.values(texts);
        rules.stream().filter(ReadRule::sound).forEach(rule -> {
            Flaws here = across.flaws.get(rule.source().file());
            Joins.check(rule, here);
            Sense.check(rule, here, thresholds);
        });
        Circles.check(rules, across.flaws);
        Redundancies.check(rules, across.flaws, thresholds);
        files.forEach(file -> Documentation.check(file, across.flaws.get(file.file())));
        List<Flaw> all = new ArrayList<>(ThresholdUse.check(files, texts, across.flaws));
        across.flaws.values().forEach(each -> all.addAll(each.all()));
        return all;
    }

    /** A finding of a diagnostic that no file describes could not be shown. */
    private void diagnostics(List<ReadFile> files) {
        Set<String> described = files.stream()
                .filter(file -> !file.rules().isEmpty())
                .map(file -> file.rules().get(0))
                .filter(rule -> !rule.value("remedy").isEmpty())
                .map(rule -> rule.value("diagnostic"))
                .collect(Collectors.toSet());
        files.stream().flatMap(file -> file.rules().stream()).forEach(rule -> {
            Said said = rule.said().get("diagnostic");
            if (said != null && !described.contains(said.value())) {
                Flaws here = flaws.get(rule.source().file());
                here.in(rule.name());
                here.error(
                        said.from(),
                        said.to(),
                        "no file describes the diagnostic " + said.value(),
                        Near.to(said.value(), described).isEmpty()
                                ? "Write the file that does: its first rule has @title, @remedy, ..."
                                : Near.hint(said.value(), described));
            }
        });
    }

    private void names(List<ReadFile> files) {
        Map<String, ReadRule> first = new HashMap<>();
        for (ReadFile file : files) {
            for (ReadRule rule : file.rules()) {
                ReadRule other = first.putIfAbsent(rule.name(), rule);
                if (other != null) {
                    Flaws here = flaws.get(file.file());
                    here.in(rule.name());
                    int at = file.source().text().indexOf(rule.name(), rule.from());
                    here.error(
                            at,
                            at + rule.name().length(),
                            "there is a rule of this name already: "
                                    + other.source().file() + ", line "
                                    + other.source().line(other.from()),
                            "Give it a name of its own: of two rules with one name, only one is tried.");
                }
            }
        }
    }
}
