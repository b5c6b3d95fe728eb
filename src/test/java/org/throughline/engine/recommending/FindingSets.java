package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.throughline.advice.Stake;
import org.throughline.facts.Attribute;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;
import org.throughline.rulebook.RuleBook;

/** Findings by chance about the facts of a portfolio, as no rule would make them: what ranking promises must hold for any. */
final class FindingSets {

    private final Random random;
    private final List<Diagnostic> diagnostics;
    private final Portfolio portfolio;
    private final Map<String, Finding> findings = new HashMap<>();
    private final Map<String, Stake> stakes = new HashMap<>();

    FindingSets(long seed, RuleBook book, Portfolio portfolio) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.diagnostics = book.diagnostics();
        this.portfolio = portfolio;
    }

    FindingSets with(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
        return this;
    }

    /** One more finding, about a subject that has none of its diagnostic. */
    Finding next() {
        for (int tries = 0; tries < 50; tries++) {
            Diagnostic diagnostic = diagnostics.get(random.nextInt(diagnostics.size()));
            Fact fact = subject(diagnostic.subject());
            Subject subject = fact == null ? Subject.ORGANISATION : Subject.of(fact);
            Finding finding = finding(diagnostic, subject, fact);
            if ((fact != null || diagnostic.subject() == SubjectType.ORGANISATION)
                    && findings.putIfAbsent(finding.id(), finding) == null) {
                stake(finding);
                return finding;
            }
        }
        return findings.values().iterator().next();
    }

    private Fact subject(SubjectType type) {
        if (type == SubjectType.ORGANISATION) {
            return null;
        }
        List<? extends Fact> facts = portfolio.facts().get(Kind.valueOf(type.name()));
        return facts.isEmpty() ? null : facts.get(random.nextInt(facts.size()));
    }

    private Finding finding(Diagnostic diagnostic, Subject subject, Fact fact) {
        boolean positive = diagnostic.severity() == Severity.POSITIVE;
        Severity severity = positive ? Severity.POSITIVE : Severity.values()[random.nextInt(4)];
        return new Finding(
                diagnostic.id() + ":" + subject.id(),
                diagnostic.id(),
                diagnostic.slug(),
                severity,
                subject,
                "It is so.",
                "a rule",
                "a section",
                fact == null ? List.of() : List.of(evidence(fact), evidence(fact), evidence(fact)),
                List.of(),
                List.of(),
                random.nextInt(4) == 0);
    }

    private Evidence evidence(Fact fact) {
        List<Attribute> attributes = fact.factKind().attributes();
        return Evidence.of(new Cell(fact, attributes.get(random.nextInt(attributes.size()))));
    }

    private void stake(Finding finding) {
        if (random.nextInt(3) == 0) {
            BigDecimal hours = BigDecimal.valueOf(1 + random.nextInt(2000));
            String source = "source " + random.nextInt(40);
            stakes.put(
                    finding.id(),
                    new Stake(finding.diagnostic(), finding.subject().key(), hours, "waited", source, source, null));
        }
    }

    Judged judged() {
        return judged(new ArrayList<>(findings.values()));
    }

    Judged shuffled(long seed) {
        List<Finding> all = new ArrayList<>(findings.values());
        Collections.shuffle(all, new Random(seed));
        return judged(all);
    }

    private Judged judged(List<Finding> all) {
        return new Judged(all, List.of(), Map.copyOf(stakes), live(portfolio), List.of());
    }

    static Set<String> live(Portfolio portfolio) {
        Set<Stage> stages = Set.of(Stage.PILOT, Stage.VALIDATED, Stage.IN_USE, Stage.STANDARD);
        Set<String> live = new HashSet<>();
        for (UseCase useCase : portfolio.useCases()) {
            if (useCase.stage() != null && stages.contains(useCase.stage())) {
                live.add(useCase.id());
            }
        }
        return live;
    }
}
