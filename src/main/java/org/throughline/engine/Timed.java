package org.throughline.engine;

import org.kie.api.runtime.KieSession;
import org.throughline.rulebook.safe.Stopwatch;

/** Tells how long each rule works, also where one of them had to be stopped. */
record Timed(RuleTimes times) implements Trace {

    @Override
    public void begin(KieSession session) {
        Stopwatch.start(session);
    }

    @Override
    public void close() {
        Stopwatch.stop().forEach((rule, work) -> times.worked(rule, work.firings(), work.nanos()));
    }
}
