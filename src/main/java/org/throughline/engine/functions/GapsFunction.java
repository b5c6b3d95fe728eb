package org.throughline.engine.functions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Gaps;
import org.throughline.facts.derived.Missing;

/**
 * {@code gaps($missing)}: what is missing, by subject. A subject that is given several times has all that is missing.
 */
public final class GapsFunction extends Gathering<Missing> {

    public GapsFunction() {
        super(Gaps.class);
    }

    @Override
    Gaps summary(List<@Nullable Missing> values) {
        Map<String, List<String>> bySubject = new HashMap<>();
        for (Missing missing : values) {
            if (missing != null && !missing.names().isEmpty()) {
                bySubject.merge(missing.subject(), missing.names(), Missing::union);
            }
        }
        return new Gaps(bySubject);
    }
}
