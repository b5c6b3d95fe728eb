package org.throughline.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.throughline.engine.Inquiry;
import org.throughline.findings.Alteration;
import org.throughline.findings.Alterations;
import org.throughline.findings.Covered;
import org.throughline.findings.Survivor;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.check.Rehearsal;
import org.throughline.rulebook.check.Verdicts;

/** Goes through every condition of the rules on the facts of all scenarios: which were seen to fail, and which could be others. */
final class Rehearsals {

    private final Rehearsal rehearsal;
    private final Map<Prepared, Rehearsal.Stage> stages = new LinkedHashMap<>();

    /** @param scenarios whose facts could be read */
    Rehearsals(RuleBook book, List<Prepared> scenarios) {
        rehearsal = new Rehearsal(book.files());
        scenarios.stream().filter(each -> each.reading().portfolio() != null).forEach(each -> {
            Inquiry inquiry = new Inquiry(book, each.reading().portfolio());
            stages.put(each, rehearsal.on(inquiry.local(), inquiry.across()));
        });
    }

    List<Covered> coverage() {
        return rehearsal.coverage(stages.values());
    }

    /**
     * Changes one condition after the other.
     *
     * @param atMost after which no further change is tried
     * @param progress told how many of how many were tried, now and then, on several threads
     */
    Alterations alterations(Duration atMost, BiConsumer<Integer, Integer> progress) {
        List<Alteration> all = new ArrayList<>(rehearsal.alterations());
        all.sort(Comparator.comparing(each -> -rehearsal.weight(each)));
        long end = System.nanoTime() + atMost.toNanos();
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger unclear = new AtomicInteger();
        List<Survivor> survivors = all.parallelStream()
                .map(each -> {
                    if (System.nanoTime() > end) {
                        return null;
                    }
                    progress.accept(tried.incrementAndGet(), all.size());
                    try {
                        return survivor(each);
                    } catch (Rehearsal.Unclear e) {
                        unclear.incrementAndGet();
                        return null;
                    }
                })
                .filter(Objects::nonNull)
                .toList();
        return new Alterations(all.size(), tried.get(), unclear.get(), survivors);
    }

    /** Null where a scenario notices. */
    private @org.jspecify.annotations.Nullable Survivor survivor(Alteration alteration) {
        List<Map.Entry<Prepared, Rehearsal.Stage>> likelyFirst = new ArrayList<>(stages.entrySet());
        likelyFirst.sort(Comparator.<Map.Entry<Prepared, Rehearsal.Stage>, Boolean>comparing(
                        each -> !rehearsal.isAtWork(alteration, each.getValue()))
                .thenComparing(each -> each.getValue().size()));
        String differsIn = null;
        for (Map.Entry<Prepared, Rehearsal.Stage> each : likelyFirst) {
            Verdicts other = rehearsal.otherwise(alteration, each.getValue());
            if (other != null) {
                Scenario scenario = each.getKey().scenario();
                Verdicts now = each.getValue().verdicts();
                if (notices(scenario.expected(), now, other)) {
                    return null;
                }
                differsIn = differsIn == null && !other.equals(now) ? scenario.name() : differsIn;
            }
        }
        return new Survivor(alteration, differsIn);
    }

    /** Whether the scenario asks for anything that would be different. Of ranks it is only known that hours at stake change. */
    private static boolean notices(Expected expected, Verdicts now, Verdicts other) {
        boolean missing = expected.findings().stream()
                .anyMatch(it -> !other.found().containsKey(it.key())
                        || it.severity() != null
                                && !it.severity()
                                        .equals(other.found().get(it.key()).word()));
        boolean fired = expected.silent().stream().anyMatch(it -> other.found().containsKey(it.key()));
        boolean unexpected = other.found().keySet().stream()
                .anyMatch(key -> !now.found().containsKey(key)
                        && (expected.complete() || expected.completeFor().contains(key.split(" ")[0])));
        boolean judged = expected.notJudged().stream()
                .anyMatch(it ->
                        !other.missing().getOrDefault(it.diagnostic(), Set.of()).containsAll(it.missing()));
        boolean ranked = !expected.recommendations().isEmpty() && !now.told().equals(other.told());
        return missing || fired || unexpected || judged || ranked;
    }
}
