package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleFiles;

/** What can only be seen over all files. */
final class Across {

    private final Map<String, Flaws> flaws = new LinkedHashMap<>();

    private Across(List<ReadFile> files) {
        files.forEach(file -> flaws.put(file.file(), new Flaws(file.source())));
    }

    static List<Flaw> check(List<ReadFile> files, RuleFiles texts) {
        Across across = new Across(files);
        across.names(files);
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
