package org.throughline.engine;

import java.util.function.Consumer;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Tells which rules fire. */
record FiredRules(Consumer<String> told) implements Trace {

    @Override
    public void begin(KieSession session) {
        session.addEventListener(new DefaultAgendaEventListener() {
            @Override
            public void afterMatchFired(AfterMatchFiredEvent event) {
                told.accept(event.getMatch().getRule().getName());
            }
        });
    }
}
