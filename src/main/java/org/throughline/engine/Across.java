package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.throughline.facts.Fact;
import org.throughline.facts.derived.Carried;

/** The session across the organisation, kept open: what parts carry there comes and goes, and what rested on it goes with it. */
final class Across {

    private final KieSession session;
    private final Map<Fact, FactHandle> facts = new IdentityHashMap<>();
    private final Map<Object, List<Held>> carried = new HashMap<>();
    private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param session with nothing in it yet that rules could say something of */
    Across(KieSession session) {
        this.session = session;
        session.addEventListener(new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                if (event.getRule() != null) {
                    made.add(event.getObject());
                }
            }

            @Override
            public void objectDeleted(ObjectDeletedEvent event) {
                made.remove(event.getOldObject());
            }
        });
    }

    void insert(Fact fact) {
        facts.put(fact, session.insert(fact));
    }

    void delete(Fact fact) {
        FactHandle handle = facts.remove(fact);
        if (handle != null) {
            session.delete(handle);
        }
    }

    /** Puts what a cluster carries in the place of what it carried before; what says the same stays. */
    void carry(Object cluster, Collection<Carried> now) {
        List<Held> before = carried.getOrDefault(cluster, List.of());
        List<Held> left = new ArrayList<>(before);
        List<Held> held = new ArrayList<>(now.size());
        List<Carried> fresh = new ArrayList<>();
        for (Carried one : now) {
            Held same = taken(left, one);
            if (same == null) {
                fresh.add(one);
            } else {
                held.add(same);
            }
        }
        left.forEach(one -> session.delete(one.handle()));
        fresh.forEach(one -> held.add(new Held(one, session.insert(one))));
        carried.put(cluster, held);
    }

    private static @Nullable Held taken(List<Held> left, Carried one) {
        for (Iterator<Held> each = left.iterator(); each.hasNext(); ) {
            Held held = each.next();
            if (held.saysThe(one)) {
                each.remove();
                return held;
            }
        }
        return null;
    }

    /** What the rules make of it. */
    Outcome fire() {
        session.fireAllRules();
        Outcome outcome = new Outcome();
        made.forEach(outcome::take);
        return outcome;
    }

    /** All that parts carried. */
    List<Carried> carried() {
        List<Carried> all = new ArrayList<>();
        carried.values().forEach(held -> held.forEach(one -> all.add(one.carried())));
        return all;
    }
}
