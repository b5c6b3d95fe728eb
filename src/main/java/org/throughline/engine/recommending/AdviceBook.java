package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;

/** The tables and texts by which findings become advice, read once per rule book. */
final class AdviceBook {

    static final String OBSERVED_FROM = "observed-from-confidence";
    static final String COLLECT_AT_MOST = "collect-at-most";

    private static final Map<RuleBook, AdviceBook> READ = Collections.synchronizedMap(new WeakHashMap<>());

    final Remedies remedies;
    final Efforts efforts;
    final Tiers tiers;
    final Folding folding;
    final Columns columns;

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, BigDecimal> thresholds = new HashMap<>();

    AdviceBook(RuleFiles files, List<Diagnostic> diagnostics, List<Threshold> values) {
        Remedies.Text text = Remedies.read(required(files, Remedies.FILE));
        Set<String> known = text.remedies().keySet();
        Faults faults = new Faults();
        new RemedyCheck(text, faults).check();
        efforts = new Efforts(required(files, Efforts.FILE), known, faults);
        tiers = new Tiers(required(files, Tiers.FILE), faults);
        folding = new Folding(required(files, Folding.FILE), known, faults);
        columns = new Columns(required(files, Columns.FILE), faults);
        for (Diagnostic diagnostic : diagnostics) {
            kinds.put(diagnostic.id(), diagnostic.remedy());
            checkRemedy(diagnostic, known, faults);
        }
        for (Threshold threshold : values) {
            thresholds.put(threshold.name(), threshold.value());
        }
        checkThresholds(faults);
        faults.throwIfAny();
        remedies = new Remedies(text);
    }

    /** @throws RuleBookException with everything that is wrong in the tables of advice */
    static AdviceBook of(RuleBook book) {
        return READ.computeIfAbsent(book, key -> new AdviceBook(key.files(), key.diagnostics(), key.thresholds()));
    }

    private static void checkRemedy(Diagnostic diagnostic, Set<String> known, Faults faults) {
        if (!known.contains(diagnostic.remedy())) {
            faults.add(
                    diagnostic.file(),
                    null,
                    "@remedy is \"" + diagnostic.remedy() + "\"",
                    "one of " + String.join(", ", known),
                    "Correct it, or describe that remedy in " + Remedies.FILE + ".");
        }
    }

    private static String required(RuleFiles files, String path) {
        String text = files.text(path);
        if (text == null) {
            throw new RuleBookException(List.of(RuleBookException.problem(
                    path, null, "the rules folder has no such file", "a file of that name", "Put it back.")));
        }
        return text;
    }

    /** What to do about findings of that diagnostic. */
    Remedy remedyFor(String diagnostic) {
        return remedies.of(Objects.requireNonNull(kinds.get(diagnostic)));
    }

    private void checkThresholds(Faults faults) {
        for (String name : List.of(OBSERVED_FROM, COLLECT_AT_MOST)) {
            if (!thresholds.containsKey(name)) {
                faults.add(
                        "thresholds.csv",
                        null,
                        "no threshold is called " + name,
                        "a line of that name",
                        "Put it back.");
            }
        }
    }

    /** The value of {@link #OBSERVED_FROM} or {@link #COLLECT_AT_MOST}. */
    BigDecimal threshold(String name) {
        return Objects.requireNonNull(thresholds.get(name));
    }
}
