package org.throughline.facts.derived;

import java.util.ArrayList;
import java.util.List;

/** What keeps a diagnostic from being judged for a subject. There may be several doubts about one. */
public record Doubt(String diagnostic, String subject, Missing missing) {

    private Doubt(String diagnostic, Missing missing) {
        this(diagnostic, missing.subject(), missing);
    }

    /** Files and columns by name: {@code decisions}, {@code teams.lead_id}. */
    public static Doubt about(String diagnostic, String subject, String... names) {
        return new Doubt(diagnostic, new Missing(subject, List.of(names)));
    }

    /** All that is missing in any of these, whatever they are about, as one doubt about the subject. */
    public static Doubt about(String diagnostic, String subject, Missing... all) {
        List<String> names = new ArrayList<>();
        for (Missing missing : all) {
            names.addAll(missing.names());
        }
        return new Doubt(diagnostic, new Missing(subject, names));
    }

    /** All that is missing in one and in any of the others, lists of {@link Missing}, as one doubt about the subject. */
    public static Doubt about(String diagnostic, String subject, Missing one, Iterable<?> some, Iterable<?> others) {
        List<Missing> all = new ArrayList<>(List.of(one));
        some.forEach(missing -> all.add((Missing) missing));
        others.forEach(missing -> all.add((Missing) missing));
        return about(diagnostic, subject, all.toArray(Missing[]::new));
    }
}
