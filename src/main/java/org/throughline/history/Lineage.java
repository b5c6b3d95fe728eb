package org.throughline.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/**
 * What a thing was called first, whatever it is called now: what is said of it over time is kept under that name. An id that was given up and
 * later given to something else is told apart by a tilde.
 */
public final class Lineage {

    private static final String REUSED = "~";

    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> since = new HashMap<>();

    private Lineage() {}

    /** @param links of which those that hold count */
    public static Lineage of(Collection<Link> links) {
        Lineage lineage = new Lineage();
        for (Link link : links) {
            if (link.holds()) {
                lineage.before.putIfAbsent(key(link.type(), link.newId()), link.oldId());
                lineage.since.putIfAbsent(key(link.type(), link.oldId()), link.newId());
            }
        }
        return lineage;
    }

    private static String key(SubjectType type, String id) {
        return type.word() + ":" + id;
    }

    /** The id that it has over time. */
    public String first(SubjectType type, String id) {
        String current = id;
        for (int steps = 0; steps <= before.size(); steps++) {
            String older = before.get(key(type, current));
            if (older == null || older.equals(id)) {
                break;
            }
            current = older;
        }
        return current;
    }

    /**
     * The same within one snapshot, where an id that was given up may be there again for something else.
     *
     * @param isThere whether the snapshot has a thing of that type under an id
     */
    public String firstIn(SubjectType type, String id, java.util.function.Predicate<String> isThere) {
        String newer = since.get(key(type, id));
        boolean reused = newer != null && isThere.test(newer) && !before.containsKey(key(type, id));
        return reused ? id + REUSED : first(type, id);
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
