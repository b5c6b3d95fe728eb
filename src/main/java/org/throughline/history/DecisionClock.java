package org.throughline.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.UseCase;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** Lays out the proofs that wait for a decision: since when, at what cost, and who decides. */
final class DecisionClock {

    private static final BigDecimal WEEKS_PER_YEAR = BigDecimal.valueOf(52);
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private final Portfolio facts;
    private final Pacing pacing;
    private final Map<String, Recommendation> byUseCase = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param deciding kinds of recommendation that ask for the decision */
    DecisionClock(Portfolio facts, Advice advice, Pacing pacing, Set<String> deciding) {
        this.facts = facts;
        this.pacing = pacing;
        Map<String, Subject> subjects = new HashMap<>();
        advice.findings().forEach(finding -> subjects.put(finding.id(), finding.subject()));
        for (Recommendation it : advice.recommendations()) {
            if (deciding.contains(it.kind())) {
                it.findings().stream()
                        .map(subjects::get)
                        .filter(subject -> subject != null && subject.type() == SubjectType.USE_CASE)
                        .forEach(subject -> byUseCase.putIfAbsent(subject.id(), it));
            }
        }
        facts.people().forEach(person -> names.put(person.id(), name(person)));
    }

    private static String name(Person person) {
        return person.role() == null ? person.label() : person.label() + ", " + person.role();
    }

    /** Those that wait longest first; those of which nobody knows since when last. */
    List<DecisionCard> waiting() {
        return facts.useCases().stream()
                .filter(pacing::waits)
                .map(this::card)
                .sorted(Comparator.comparing(
                                DecisionCard::since, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(DecisionCard::useCase))
                .toList();
    }

    private DecisionCard card(UseCase useCase) {
        LocalDate since = useCase.validatedOn();
        @Nullable Recommendation it = byUseCase.get(useCase.id());
        boolean own = it != null && it.subject().key().equals("use_case:" + useCase.id());
        return new DecisionCard(
                useCase.id(),
                useCase.label(),
                since,
                since == null ? null : ChronoUnit.DAYS.between(since, facts.asOf()),
                own ? perWeek(it.priority().hoursPerMonth()) : null,
                own ? it.decider() : decider(useCase, it),
                it == null ? null : it.id());
    }

    private static @Nullable BigDecimal perWeek(@Nullable BigDecimal perMonth) {
        return perMonth == null
                ? null
                : perMonth.multiply(MONTHS_PER_YEAR).divide(WEEKS_PER_YEAR, 1, RoundingMode.HALF_UP);
    }

    /** Who has most to say; where nobody is named, whoever decides on the lot of them. */
    private String decider(UseCase useCase, @Nullable Recommendation lot) {
        for (String id : java.util.Arrays.asList(useCase.outcomeOwnerId(), useCase.sponsorId())) {
            if (id != null) {
                return names.getOrDefault(id, id);
            }
        }
        return lot == null ? "" : lot.decider();
    }
}
