package org.throughline.findings;

import java.util.List;
import org.throughline.facts.Figure;

/**
 * One diagnostic about one subject, with every match gathered.
 *
 * @param id {@code A1:uc-7}: diagnostic and subject id, so the same in every run on the same facts
 * @param severity the highest of its matches
 * @param statement what is the case, with the figures
 * @param rule the rule with that severity
 * @param evidence in the order of files, rows and columns, each once
 * @param thresholds those compared with, by name
 * @param figures those worked out, each once
 * @param assumed whether it rests on facts that were assumed because they are unknown (no decision known, so taken as undecided)
 */
public record Finding(
        String id,
        String diagnostic,
        String slug,
        Severity severity,
        Subject subject,
        String statement,
        String rule,
        String section,
        List<Evidence> evidence,
        List<Threshold> thresholds,
        List<Figure> figures,
        boolean assumed) {

    public Finding {
        evidence = List.copyOf(evidence);
        thresholds = List.copyOf(thresholds);
        figures = List.copyOf(figures);
    }
}
