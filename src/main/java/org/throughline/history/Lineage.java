package org.throughline.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** What a thing was called first, whatever it is called now: what is said of it over time is kept under that name. */
public final class Lineage {

    private final Map<String, Link> before = new HashMap<>();

    private Lineage() {}

    /** @param links of which those that hold count */
    public static Lineage of(Collection<Link> links) {
        Lineage lineage = new Lineage();
        for (Link link : links) {
            if (link.holds()) {
                lineage.before.putIfAbsent(key(link.type(), link.newId()), link);
            }
        }
        return lineage;
    }

    private static String key(SubjectType type, String id) {
        return type.word() + ":" + id;
    }

    /** The id that it has over time. Only ever goes back in time: an id that was given up may be in use again for something else. */
    public String first(SubjectType type, String id) {
        String current = id;
        long since = Long.MAX_VALUE;
        @Nullable Link link = before.get(key(type, id));
        while (link != null && link.snapshot() < since) {
            current = link.oldId();
            since = link.snapshot();
            link = before.get(key(type, current));
        }
        return current;
    }

    /** A recommendation's id over time: {@code kind:type:id}, with the first id of what it is about. */
    public String recommendation(Recommendation it) {
        String own = it.kind() + ":" + it.subject().key();
        return it.id().equals(own) ? it.kind() + ":" + subject(it.subject()) : it.id();
    }

    /** A finding's id over time. */
    public String finding(Finding it) {
        return it.diagnostic() + ":" + first(it.subject().type(), it.subject().id());
    }

    /** Type and id over time. */
    public String subject(Subject it) {
        return key(it.type(), first(it.type(), it.id()));
    }
}
