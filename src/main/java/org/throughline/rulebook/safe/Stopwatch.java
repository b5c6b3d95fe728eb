package org.throughline.rulebook.safe;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.drools.core.common.BaseNode;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * How often each rule fires in one session, and how long it works: on its conditions, from the first that looks at more than one fact on,
 * and on what it does when it fires. The time of conditions that rules share is split evenly among them. What looks at a fact as it comes
 * in, before any rule is worked on, is nobody's.
 */
public final class Stopwatch extends DefaultAgendaEventListener {

    /** Of one rule. */
    public static final class Work {
        private long firings;
        private long nanos;

        public long firings() {
            return firings;
        }

        public long nanos() {
            return nanos;
        }
    }

    private static final ThreadLocal<@Nullable Stopwatch> CURRENT = new ThreadLocal<>();

    private final Map<BaseNode, long[]> conditions = new IdentityHashMap<>();
    private final Map<String, Work> rules = new HashMap<>();
    private long fired;

    /** Runs from now on in that session, on this thread, until {@link #stop()}. */
    public static void start(KieSession session) {
        Stopwatch watch = new Stopwatch();
        session.addEventListener(watch);
        CURRENT.set(watch);
    }

    /** Ends what {@link #start} began on this thread, whatever happened since; by rule, those that did nothing are not there. */
    public static Map<String, Work> stop() {
        Stopwatch watch = CURRENT.get();
        CURRENT.remove();
        return watch == null ? Map.of() : watch.byRule();
    }

    /** Does the work of a condition, with the time taken where somebody wants to know. */
    static void timed(BaseNode condition, Runnable work) {
        Stopwatch watch = CURRENT.get();
        if (watch == null) {
            work.run();
            return;
        }
        long start = System.nanoTime();
        try {
            work.run();
        } finally {
            watch.conditions.computeIfAbsent(condition, key -> new long[1])[0] += System.nanoTime() - start;
        }
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        fired = System.nanoTime();
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        Work work = of(event.getMatch().getRule());
        work.firings++;
        work.nanos += System.nanoTime() - fired;
    }

    private Work of(Rule rule) {
        return rules.computeIfAbsent(rule.getName(), name -> new Work());
    }

    private Map<String, Work> byRule() {
        conditions.forEach((condition, nanos) -> {
            Rule[] sharing = condition.getAssociatedRules();
            for (Rule rule : sharing) {
                of(rule).nanos += nanos[0] / sharing.length;
            }
        });
        return rules;
    }
}
