package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;

/** The tables and texts by which findings become advice, read once per rule book. */
final class AdviceBook {

    private static final Map<RuleBook, AdviceBook> READ = Collections.synchronizedMap(new WeakHashMap<>());

    final Remedies remedies;
    final Efforts efforts;
    final Tiers tiers;
    final Folding folding;
    final Columns columns;

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, BigDecimal> thresholds = new HashMap<>();

    private AdviceBook(RuleBook book) {
        RuleFiles files = book.files();
        remedies = new Remedies(required(files, Remedies.FILE));
        Faults faults = new Faults();
        efforts = new Efforts(required(files, Efforts.FILE), remedies.kinds(), faults);
        tiers = new Tiers(required(files, Tiers.FILE), faults);
        folding = new Folding(required(files, Folding.FILE), remedies.kinds(), faults);
        columns = new Columns(required(files, Columns.FILE), faults);
        for (Diagnostic diagnostic : book.diagnostics()) {
            kinds.put(diagnostic.id(), diagnostic.remedy());
            checkRemedy(diagnostic, faults);
        }
        for (Threshold threshold : book.thresholds()) {
            thresholds.put(threshold.name(), threshold.value());
        }
        faults.throwIfAny();
    }

    /** @throws RuleBookException with everything that is wrong in the tables of advice */
    static AdviceBook of(RuleBook book) {
        return READ.computeIfAbsent(book, AdviceBook::new);
    }

    private void checkRemedy(Diagnostic diagnostic, Faults faults) {
        if (!remedies.kinds().contains(diagnostic.remedy())) {
            faults.add(
                    diagnostic.file(),
                    null,
                    "@remedy is \"" + diagnostic.remedy() + "\"",
                    "one of " + String.join(", ", remedies.kinds()),
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
        return remedies.of(java.util.Objects.requireNonNull(kinds.get(diagnostic)));
    }

    /**
     * The value of that threshold.
     *
     * @throws RuleBookException if {@code thresholds.csv} lacks it
     */
    BigDecimal threshold(String name) {
        BigDecimal value = thresholds.get(name);
        if (value == null) {
            throw new RuleBookException(List.of(RuleBookException.problem(
                    "thresholds.csv", null, "no threshold is called " + name, "a line of that name", "Put it back.")));
        }
        return value;
    }
}
