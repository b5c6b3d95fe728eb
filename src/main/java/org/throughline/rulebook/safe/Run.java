package org.throughline.rulebook.safe;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** One session that fires, on its thread, with what it has used so far. */
final class Run {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BY_THE_CLOCK = 6;

    /** After so many of them a run looks at its time itself: on a busy machine the watchdog may come late. */
    private static final int FIRINGS_UNLOOKED = 64;

    private static final int COMBINATIONS_UNLOOKED = 8_192;

    final Thread thread = Thread.currentThread();
    private final KieSession session;
    private final Limits limits;
    private final long startCpu;
    private final long startClock = System.nanoTime();
    private final Map<String, int[]> firings = new HashMap<>();
    private int fired;
    private int combinations;
    private String working = "";
    private volatile boolean late;
    private @Nullable RunawayRuleException stopped;

    Run(KieSession session, Limits limits) {
        this.session = session;
        this.limits = limits;
        this.startCpu = cpu();
    }

    private long cpu() {
        long used = THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(thread.getId()) : -1;
        return used < 0 ? System.nanoTime() : used;
    }

    /** Asked by the watchdog, on its thread, and now and then by the run itself. */
    boolean isLate() {
        if (!late) {
            long most = limits.time().toNanos();
            late = cpu() - startCpu > most || System.nanoTime() - startClock > most * BY_THE_CLOCK;
            if (late) {
                session.halt();
            }
        }
        return late;
    }

    /** These rules are being worked on, until the next. */
    void worksOn(String rules) {
        working = rules;
    }

    /** Whether the match may fire. */
    boolean fires(Match match) {
        String rule = match.getRule().getName();
        int[] count = firings.computeIfAbsent(rule, key -> new int[1]);
        if (++count[0] > limits.firings()) {
            throw stop(rule, "it fired more than %,d times".formatted(limits.firings()));
        }
        worksOn(rule);
        if (++fired % FIRINGS_UNLOOKED == 0) {
            isLate();
        }
        stopIfLate(rule);
        return true;
    }

    /** One more combination of facts is kept; {@code rules} share the condition. */
    void combines(String rules) {
        if (++combinations > limits.combinations()) {
            throw stop(rules, "it tried more than %,d combinations of facts".formatted(limits.combinations()));
        }
        if (combinations % COMBINATIONS_UNLOOKED == 0) {
            isLate();
        }
        stopIfLate(rules);
    }

    /** @param rules that are being worked on, or an empty text for those that were last heard of */
    void stopIfLate(String rules) {
        if (late) {
            throw stop(
                    rules.isEmpty() ? working : rules,
                    "it took more than %.1f s".formatted(limits.time().toMillis() / 1000.0));
        }
    }

    private RunawayRuleException stop(String rules, String reason) {
        stopped = new RunawayRuleException(rules, reason);
        return stopped;
    }

    /** Why it was stopped, or null. */
    @Nullable
    RunawayRuleException stopped() {
        return stopped;
    }

    /** The rule that fired most, where the time was over between two matches. */
    RunawayRuleException lateByFirings() {
        String most = firings.entrySet().stream()
                .max(java.util.Comparator.comparingInt(it -> it.getValue()[0]))
                .map(Map.Entry::getKey)
                .orElse(null);
        return stop(
                most == null ? "" : most,
                "all took more than %.1f s".formatted(limits.time().toMillis() / 1000.0));
    }

    boolean wasLate() {
        return late;
    }
}
