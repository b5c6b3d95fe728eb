package org.throughline.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Kind;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** What would be otherwise in the facts once a recommendation is carried out, by the table {@code advice/changes.csv} beside the rules. */
public final class Remedied {

    private static final String TABLE = "advice/changes.csv";
    private static final int PLACES = 500;

    private Remedied() {}

    /** None where the table knows none: what is to be done leaves its trace in no one column. */
    public static List<Edit> edits(Recommendation recommendation, Advice advice, Rules rules) {
        Set<Subject> subjects = new LinkedHashSet<>(List.of(recommendation.subject()));
        for (Finding finding : advice.findings()) {
            if (subjects.size() < PLACES && recommendation.findings().contains(finding.id())) {
                subjects.add(finding.subject());
            }
        }
        List<Edit> edits = new ArrayList<>();
        rules.files().texts().getOrDefault(TABLE, "").lines().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            if (cells.length == 4 && cells[0].equals(recommendation.kind())) {
                subjects.stream()
                        .filter(it -> it.type() == SubjectType.of(cells[1]))
                        .forEach(it -> edits.add(edit(it, cells[2], cells[3], advice.asOf())));
            }
        });
        return edits;
    }

    private static Edit edit(Subject subject, String column, String value, LocalDate asOf) {
        String said = value.replace("{as of}", asOf.toString());
        return column.startsWith("decisions.")
                ? new Edit("decisions", subject.key(), "kind", said)
                : new Edit(Kind.valueOf(subject.type().name()).table(), subject.id(), column, said);
    }
}
