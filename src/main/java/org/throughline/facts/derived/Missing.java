package org.throughline.facts.derived;

import java.util.List;

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
}
