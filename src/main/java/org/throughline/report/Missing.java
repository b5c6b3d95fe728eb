package org.throughline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.findings.NotJudged;

/**
 * What is missing together, with all that hangs on it: the not judged turned round, for somebody who could go and get the facts.
 *
 * @param missing files ({@code handoffs}) and columns ({@code steps.team_id}), as one text
 * @param diagnostics that could then be judged, in order
 * @param subjects the most that one of them concerns
 * @param reason of the first
 */
public record Missing(String missing, List<String> diagnostics, int subjects, String reason) {

    private static final Comparator<Missing> MOST_FIRST = Comparator.comparing(
                    (Missing missing) -> -missing.diagnostics.size())
            .thenComparing(missing -> -missing.subjects)
            .thenComparing(Missing::missing);

    /** What unlocks most comes first. */
    public static List<Missing> of(List<NotJudged> notJudged) {
        Map<String, Missing> byMissing = new LinkedHashMap<>();
        for (NotJudged one : notJudged) {
            byMissing.merge(String.join(", ", one.missing()), of(one), Missing::with);
        }
        return byMissing.values().stream().sorted(MOST_FIRST).toList();
    }

    private static Missing of(NotJudged one) {
        return new Missing(
                String.join(", ", one.missing()), List.of(one.diagnostic()), one.subjects(), Words.clean(one.reason()));
    }

    private Missing with(Missing other) {
        List<String> both = new ArrayList<>(diagnostics);
        other.diagnostics.stream().filter(id -> !both.contains(id)).forEach(both::add);
        return new Missing(missing, both, Math.max(subjects, other.subjects), reason);
    }

    /** {@code B1, B4 for 12 subjects}; without any subjects only what could be judged of some. */
    public String hangsOnIt() {
        String all = String.join(", ", diagnostics);
        return subjects == 0 ? all : all + " for " + Words.count(subjects, "subject");
    }
}
