package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;

/** Remembers everything that sessions knew in the end, and which match made what. */
final class Memory implements Trace {

    /** @param from what the rule matched, in its order */
    record Made(String rule, List<Object> from) {}

    private final List<List<Object>> sessions = Collections.synchronizedList(new ArrayList<>());
    private final Map<Object, Made> made = Collections.synchronizedMap(new IdentityHashMap<>());

    @Override
    public void begin(KieSession session) {
        Watching watching = new Watching();
        session.addEventListener((org.kie.api.event.rule.AgendaEventListener) watching.matches);
        session.addEventListener(watching.insertions);
    }

    @Override
    public void end(KieSession session) {
        sessions.add(List.copyOf(session.getObjects()));
    }

    /** All facts of each session, given and derived. */
    List<List<Object>> sessions() {
        return sessions;
    }

    /** What made it, or null where it was given. */
    @Nullable
    Made made(Object fact) {
        return made.get(fact);
    }

    private final class Watching {

        private @Nullable Match match;

        private final DefaultAgendaEventListener matches = new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                match = event.getMatch();
            }
        };

        private final DefaultRuleRuntimeEventListener insertions = new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (match != null) {
                    made.putIfAbsent(
                            event.getObject(), new Made(match.getRule().getName(), List.copyOf(match.getObjects())));
                }
            }
        };
    }
}
