package org.throughline.engine.functions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Gaps;
import org.throughline.facts.derived.Missing;

/**
 * {@code gaps($missing)}: counts subjects by what is missing for them. A subject that is given several times counts once, with all that is
 * missing.
 */
public final class GapsFunction extends Gathering<Missing> {

    public GapsFunction() {
        super(Gaps.class);
    }

    @Override
    Gaps summary(List<@Nullable Missing> values) {
        Map<String, TreeSet<String>> bySubject = new HashMap<>();
        for (Missing missing : values) {
            if (missing != null && !missing.names().isEmpty()) {
                bySubject
                        .computeIfAbsent(missing.subject(), subject -> new TreeSet<>())
                        .addAll(missing.names());
            }
        }
        Map<List<String>, Integer> counts = new HashMap<>();
        bySubject.values().forEach(names -> counts.merge(List.copyOf(names), 1, Integer::sum));
        return new Gaps(counts);
    }
}
