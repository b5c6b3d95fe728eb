package org.throughline.bench.byhand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Attribute;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Texts;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;

/** Findings as they are made; not safe for two threads. Figures and limits are in the statement only. */
final class Found {

    private static final Comparator<Finding> BY_SUBJECT =
            Comparator.comparing(finding -> finding.subject().id(), Texts.BY_CODE_POINT);

    private final Map<Check, List<Finding>> findings = new EnumMap<>(Check.class);
    private final boolean assumed;

    /** @param assumed whether decisions are unknown, so that everything that rests on them is assumed */
    Found(boolean assumed) {
        this.assumed = assumed;
    }

    void add(Check check, Severity severity, Fact subject, String statement, Evidence... evidence) {
        add(check, severity, Subject.of(subject), statement, List.of(evidence));
    }

    void add(Check check, Severity severity, Subject subject, String statement, List<Evidence> evidence) {
        findings.computeIfAbsent(check, id -> new ArrayList<>())
                .add(new Finding(
                        check.name() + ":" + subject.id(),
                        check.name(),
                        check.slug,
                        severity,
                        subject,
                        statement,
                        check.rule,
                        check.section,
                        evidence,
                        List.of(),
                        List.of(),
                        assumed));
    }

    void addAll(Found other) {
        other.findings.forEach((check, more) ->
                findings.computeIfAbsent(check, id -> new ArrayList<>()).addAll(more));
    }

    /** By diagnostic, then subject. */
    List<Finding> sorted() {
        List<Finding> all = new ArrayList<>();
        for (List<Finding> some : findings.values()) {
            some.sort(BY_SUBJECT);
            all.addAll(some);
        }
        return all;
    }

    static Evidence cell(Fact fact, Attribute attribute) {
        return Evidence.of(new Cell(fact, attribute));
    }
}
