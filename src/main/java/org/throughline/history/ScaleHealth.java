package org.throughline.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * Weighs what was found: each diagnostic by the share of what it could be found of, each share by its weight. What is unknown is never taken
 * for either side: it is the interval.
 */
public final class ScaleHealth {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 12;

    private final List<Share> shares = new ArrayList<>();

    private ScaleHealth() {}

    /** How much a diagnostic weighs, and what it could be found of. */
    public record Weight(String diagnostic, Population of, BigDecimal weight) {}

    /** @param diagnostics of the same rule book, for their titles and sections */
    public static Health of(Portfolio facts, Advice advice, List<Weight> weights, List<Diagnostic> diagnostics) {
        ScaleHealth health = new ScaleHealth();
        health.count(facts, advice, weights, diagnostics);
        return health.weighed();
    }

    private record Share(Diagnostic diagnostic, BigDecimal weight, int of, int failed, int unknown) {

        BigDecimal part(int count, int all) {
            return weight.multiply(BigDecimal.valueOf(count))
                    .divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_EVEN);
        }
    }

    private void count(Portfolio facts, Advice advice, List<Weight> weights, List<Diagnostic> diagnostics) {
        Map<String, Integer> failed = new HashMap<>();
        Map<String, Integer> unknown = new HashMap<>();
        for (Finding finding : advice.findings()) {
            failed.merge(finding.diagnostic(), 1, Integer::sum);
        }
        for (NotJudged one : advice.notJudged()) {
            unknown.merge(one.diagnostic(), one.subjects(), Integer::sum);
        }
        Map<Population, Integer> counts = Population.counts(facts, advice);
        for (Diagnostic diagnostic : diagnostics) {
            weights.stream()
                    .filter(weight -> weight.diagnostic().equals(diagnostic.id()))
                    .findFirst()
                    .ifPresent(weight -> add(
                            diagnostic,
                            weight.weight(),
                            counts.get(weight.of()),
                            failed.getOrDefault(diagnostic.id(), 0),
                            unknown.getOrDefault(diagnostic.id(), 0)));
        }
    }

    /** Of what there is nothing, it can neither fail nor pass. */
    private void add(Diagnostic diagnostic, BigDecimal weight, int population, int failed, int unknown) {
        int of = Math.max(population, failed + unknown);
        if (of > 0 && weight.signum() > 0) {
            shares.add(new Share(diagnostic, weight, of, failed, unknown));
        }
    }

    private Health weighed() {
        Set<String> sections = new LinkedHashSet<>();
        shares.forEach(share -> sections.add(share.diagnostic().section()));
        return new Health(
                figure(share -> true),
                low(share -> true),
                high(share -> true),
                sections.stream().map(this::section).toList(),
                shares.stream().map(this::part).toList());
    }

    private Health.Section section(String name) {
        Predicate<Share> its = share -> share.diagnostic().section().equals(name);
        return new Health.Section(name, figure(its), low(its), high(its));
    }

    private Health.Part part(Share share) {
        BigDecimal all = weight(one -> true);
        return new Health.Part(
                share.diagnostic().id(),
                share.diagnostic().title(),
                share.diagnostic().section(),
                share.of(),
                share.failed(),
                share.unknown(),
                points(share.weight(), all),
                points(share.part(share.failed(), share.of()), all),
                points(share.part(share.unknown(), share.of()), all));
    }

    private BigDecimal weight(Predicate<Share> which) {
        return shares.stream().filter(which).map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private @Nullable BigDecimal figure(Predicate<Share> which) {
        Predicate<Share> judged = which.and(share -> share.unknown() < share.of());
        BigDecimal all = weight(judged);
        if (all.signum() == 0) {
            return null;
        }
        BigDecimal lost = shares.stream()
                .filter(judged)
                .map(share -> share.part(share.failed(), share.of() - share.unknown()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return points(all.subtract(lost), all);
    }

    private BigDecimal low(Predicate<Share> which) {
        return left(which, true);
    }

    private BigDecimal high(Predicate<Share> which) {
        return left(which, false);
    }

    private BigDecimal left(Predicate<Share> which, boolean unknownFails) {
        BigDecimal all = weight(which);
        BigDecimal lost = shares.stream()
                .filter(which)
                .map(share -> share.part(share.failed() + (unknownFails ? share.unknown() : 0), share.of()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.signum() == 0 ? (unknownFails ? BigDecimal.ZERO : HUNDRED) : points(all.subtract(lost), all);
    }

    /** With one decimal. */
    private static BigDecimal points(BigDecimal part, BigDecimal all) {
        return all.signum() == 0 ? BigDecimal.ZERO : part.multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP);
    }
}
