package org.throughline.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.throughline.advice.Advice;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.engine.Engine;
import org.throughline.facts.Numbers;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;

/** What a change of rules does: each edit is also made alone, to tell which of them makes which difference. */
public final class Effects {

    private static final String RULES = ".drl";
    private static final String THRESHOLDS = "thresholds.csv";

    private final RuleBook before;
    private final RuleBook after;
    private final Portfolio portfolio;

    /** Edits in words, with the rule book that has this edit alone. */
    private final Map<String, Supplier<RuleBook>> edits = new LinkedHashMap<>();

    private final Set<String> ruleFiles;

    private Effects(RuleBook before, RuleBook after, Portfolio portfolio) {
        this.before = before;
        this.after = after;
        this.portfolio = portfolio;
        Set<String> files = changed();
        this.ruleFiles =
                files.stream().filter(file -> file.endsWith(RULES)).collect(Collectors.toCollection(TreeSet::new));
        if (!ruleFiles.isEmpty()) {
            edits.put(String.join(", ", ruleFiles), this::otherRules);
        }
        thresholds();
        files.stream()
                .filter(file -> !file.endsWith(RULES) && !file.endsWith(".md") && !file.equals(THRESHOLDS))
                .filter(file -> after.files().text(file) != null)
                .forEach(file -> edits.put(
                        file,
                        () -> before.with(before.files()
                                .with(file, String.valueOf(after.files().text(file))))));
    }

    /** The portfolio is the same under both; words that are read differently make no difference here. */
    public static Effect of(RuleBook before, RuleBook after, Portfolio portfolio) {
        return new Effects(before, after, portfolio).effect();
    }

    private Set<String> changed() {
        Set<String> files = new TreeSet<>(before.files().texts().keySet());
        files.addAll(after.files().texts().keySet());
        files.removeIf(file -> {
            String was = before.files().text(file);
            return was != null && was.equals(after.files().text(file));
        });
        return files;
    }

    private void thresholds() {
        Map<String, Threshold> were =
                before.thresholds().stream().collect(Collectors.toMap(Threshold::name, threshold -> threshold));
        for (Threshold now : after.thresholds()) {
            Threshold was = were.get(now.name());
            if (was != null && was.value().compareTo(now.value()) != 0) {
                edits.put(
                        now.name() + " is " + Numbers.amount(now.value(), now.unit()) + " instead of "
                                + Numbers.amount(was.value(), was.unit()),
                        () -> before.with(now));
            }
        }
    }

    /** The new rules with the old tables; thresholds that are new come with the rules that need them. */
    private RuleBook otherRules() {
        SortedMap<String, String> texts = new TreeMap<>(before.files().texts());
        texts.keySet().removeIf(file -> file.endsWith(RULES));
        texts.putAll(after.files().rules().texts());
        texts.merge(THRESHOLDS, newThresholds(), String::concat);
        return after.with(new RuleFiles(texts));
    }

    /** Lines for those that were not there; their reasons are of no consequence. */
    private String newThresholds() {
        Set<String> old = before.thresholds().stream().map(Threshold::name).collect(Collectors.toSet());
        return after.thresholds().stream()
                .filter(now -> !old.contains(now.name()))
                .map(now -> "\n" + now.name() + "," + now.value().toPlainString() + ",\"" + now.unit() + "\",new")
                .collect(Collectors.joining());
    }

    private Effect effect() {
        Advice was = Engine.advise(before, portfolio);
        List<Change> changes = Differences.of(was, Engine.advise(after, portfolio));
        Map<String, Set<String>> alone = new LinkedHashMap<>();
        if (!changes.isEmpty()) {
            edits.forEach((words, book) -> alone.put(words, keys(was, book)));
        }
        return new Effect(
                edits.keySet().stream().sorted().toList(),
                changes.stream()
                        .map(change -> change.because(reasons(change, alone)))
                        .toList());
    }

    private Set<String> keys(Advice was, Supplier<RuleBook> edited) {
        try {
            return Differences.of(was, Engine.advise(edited.get(), portfolio)).stream()
                    .map(Change::key)
                    .collect(Collectors.toSet());
        } catch (RuleBookException e) { // such an edit is of no use alone
            return Set.of();
        }
    }

    private List<String> reasons(Change change, Map<String, Set<String>> alone) {
        List<String> reasons = new ArrayList<>();
        alone.forEach((words, keys) -> {
            if (keys.contains(change.key())) {
                reasons.add(words.endsWith(RULES) ? file(change) : words);
            }
        });
        return reasons.isEmpty() ? List.of("several edits together") : reasons;
    }

    /** The diagnostic's own file where that was edited, else all that were. */
    private String file(Change change) {
        String id = change.id().split(":")[0];
        return after.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .map(Diagnostic::file)
                .filter(ruleFiles::contains)
                .findFirst()
                .orElse(String.join(", ", ruleFiles));
    }
}
