package org.throughline.facts.derived;

import java.util.List;
import java.util.stream.Stream;
import org.throughline.facts.Fact;

/**
 * What would have to be known to judge a subject.
 *
 * @param subject its key
 * @param names files and columns, each once, sorted: {@code [decisions, use_cases.validated_on]}
 */
public record Missing(String subject, List<String> names) {

    public Missing {
        names = names.stream().distinct().sorted().toList();
    }

    /** What is missing of another fact to judge this subject. */
    public static Missing of(Fact subject, Fact other, String... attributes) {
        return new Missing(subject.key(), other.missing(attributes).names());
    }

    /** The subject as one that cannot be judged without the given files and columns. */
    public static Missing lacking(Fact subject, String... names) {
        return new Missing(subject.key(), List.of(names));
    }

    /** What a rule binds where Drools takes no variable for the whole: in an accumulate over several patterns. */
    public Missing itself() {
        return this;
    }

    /** Both lists as one, each name once, sorted. */
    public static List<String> union(List<String> a, List<String> b) {
        return a.equals(b)
                ? a
                : Stream.concat(a.stream(), b.stream()).distinct().sorted().toList();
    }
}
