package org.throughline.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.findings.Unnoticed;
import org.throughline.rulebook.RuleBook;

/**
 * Changes each threshold in turn, and asks which change no scenario would notice. Limits that are moved by next to nothing show whether a
 * scenario stands exactly at them: it is the same as exchanging {@code <} and {@code <=}.
 */
final class Mutation {

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal NEXT_TO_NOTHING = new BigDecimal("0.000001");

    private final RuleBook book;
    private final List<Prepared> scenarios;

    Mutation(RuleBook book, List<Prepared> scenarios) {
        this.book = book;
        this.scenarios = scenarios;
    }

    /** By the thresholds' names. */
    List<Unnoticed> unnoticed() {
        return book.thresholds().parallelStream()
                .map(this::unnoticed)
                .filter(one -> !one.changes().isEmpty())
                .toList();
    }

    private Unnoticed unnoticed(Threshold threshold) {
        List<String> ids = usedBy(threshold);
        List<Prepared> likelyFirst = new ArrayList<>(scenarios);
        likelyFirst.sort(
                Comparator.comparing(one -> one.scenario().fires().stream().noneMatch(ids::contains)));
        List<String> words = new ArrayList<>();
        changes(threshold).forEach((word, values) -> {
            if (values.stream().noneMatch(value -> isNoticed(threshold, value, likelyFirst))) {
                words.add(word);
            }
        });
        return new Unnoticed(threshold, words, ids);
    }

    private boolean isNoticed(Threshold threshold, BigDecimal value, List<Prepared> likelyFirst) {
        RuleBook changed = book.with(new Threshold(threshold.name(), value, threshold.unit(), threshold.reason()));
        return likelyFirst.stream().anyMatch(scenario -> scenario.notices(changed));
    }

    /** What to try, in words; of several values under one word it is enough that one is noticed. */
    private static Map<String, List<BigDecimal>> changes(Threshold threshold) {
        BigDecimal value = threshold.value();
        BigDecimal quarter = step(value);
        Map<String, List<BigDecimal>> changes = new LinkedHashMap<>();
        changes.put("raised to " + plain(value.add(quarter)), List.of(value.add(quarter)));
        changes.put("lowered to " + plain(value.subtract(quarter)), List.of(value.subtract(quarter)));
        changes.put(
                "exactly at " + plain(value),
                List.of(
                        value.add(NEXT_TO_NOTHING),
                        value.subtract(NEXT_TO_NOTHING),
                        value.add(BigDecimal.ONE),
                        value.subtract(BigDecimal.ONE)));
        return changes;
    }

    /** A quarter of it, and for whole numbers at least one. */
    private static BigDecimal step(BigDecimal value) {
        BigDecimal quarter = value.multiply(QUARTER);
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole && quarter.compareTo(BigDecimal.ONE) < 0 ? BigDecimal.ONE : quarter;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The diagnostics whose own rules name it. */
    private List<String> usedBy(Threshold threshold) {
        String name = '"' + threshold.name() + '"';
        return book.diagnostics().stream()
                .filter(diagnostic ->
                        book.files().texts().getOrDefault(diagnostic.file(), "").contains(name))
                .map(Diagnostic::id)
                .toList();
    }
}
