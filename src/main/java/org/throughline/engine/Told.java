package org.throughline.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Figure;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Evidence;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.Threshold;

/**
 * A {@link Reported} whose words are said and whose evidence is looked up, so that it needs none of the facts that it came from and can be
 * sent elsewhere.
 */
record Told(
        String diagnostic,
        Severity severity,
        Subject subject,
        @Nullable String workflowId,
        @Nullable String stepId,
        String rule,
        String text,
        List<Evidence> evidence,
        List<Figure> figures,
        List<Threshold> thresholds,
        boolean assumed) {

    static Told of(Reported match, AsOf asOf, Function<String, String> names) {
        Set<Evidence> evidence = new LinkedHashSet<>();
        Set<Figure> figures = new LinkedHashSet<>();
        OneFinding.collect(List.of(match.evidence()), evidence, figures);
        return new Told(
                match.diagnostic(),
                match.severity(),
                match.subject(),
                match.workflowId(),
                match.stepId(),
                match.rule(),
                match.statement().render(match.values(), asOf, names),
                List.copyOf(evidence),
                List.copyOf(figures),
                match.thresholds(),
                match.assumed());
    }

    Reported reported() {
        List<Object> rests = new ArrayList<>(evidence);
        rests.addAll(figures);
        return new Reported(
                diagnostic,
                severity,
                subject,
                subject.key(),
                subject.id(),
                workflowId,
                stepId,
                rule,
                Statement.said(text),
                new Object[0],
                rests.toArray(),
                thresholds,
                assumed);
    }
}
