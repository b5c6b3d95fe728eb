package org.throughline.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Standing;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** Works out the {@link Pace} of an organisation from its facts and from how the rules say that its use cases stand. */
final class Pacing {

    private final Portfolio facts;
    private final Advice advice;
    private final Map<String, Standing> standings = new HashMap<>();

    Pacing(Portfolio facts, Advice advice) {
        this.facts = facts;
        this.advice = advice;
        advice.standings().forEach(standing -> standings.put(standing.useCaseId(), standing));
    }

    /**
     * @param window days from its start in which a use case becomes the standard, to count
     * @param cohort days of starts that are looked at
     */
    Pace pace(int window, int cohort) {
        List<UseCase> started = cohort(window, cohort);
        return new Pace(
                standings.size(),
                (int) standings.values().stream().filter(Standing::standard).count(),
                openPilots().size(),
                (int) facts.useCases().stream().filter(this::waits).count(),
                started.isEmpty() ? null : percent(converted(started, window), started.size()),
                started.size(),
                median(decisionDays()),
                median(openPilots().stream()
                        .map(UseCase::startedOn)
                        .filter(Objects::nonNull)
                        .map(start -> ChronoUnit.DAYS.between(start, facts.asOf()))
                        .toList()),
                teamChanges(),
                activity());
    }

    private List<UseCase> openPilots() {
        return facts.useCases().stream()
                .filter(useCase -> useCase.stage() == Stage.PILOT)
                .filter(useCase -> isActive(useCase.id()))
                .toList();
    }

    private boolean isActive(String useCase) {
        Standing standing = standings.get(useCase);
        return standing != null && !standing.standard();
    }

    /** Proven, and a known lack of a decision. */
    boolean waits(UseCase useCase) {
        Standing standing = standings.get(useCase.id());
        boolean proven = useCase.stage() == Stage.VALIDATED || useCase.stage() == Stage.IN_USE;
        return proven && standing != null && !standing.standard() && !standing.settled() && !standing.assumed();
    }

    private List<UseCase> cohort(int window, int cohort) {
        LocalDate last = facts.asOf().minusDays(window);
        LocalDate first = last.minusDays(cohort);
        return facts.useCases().stream()
                .filter(useCase -> useCase.stage() != null && useCase.stage() != Stage.IDEA)
                .filter(useCase -> useCase.startedOn() != null
                        && useCase.startedOn().isAfter(first)
                        && !useCase.startedOn().isAfter(last))
                .toList();
    }

    private long converted(List<UseCase> started, int window) {
        return started.stream()
                .filter(useCase -> {
                    Standing standing = standings.get(useCase.id());
                    LocalDate on = standing == null ? null : standing.declaredOn();
                    LocalDate start = useCase.startedOn();
                    return on != null && start != null && !on.isAfter(start.plusDays(window));
                })
                .count();
    }

    private List<Long> decisionDays() {
        Map<String, LocalDate> decided = new HashMap<>();
        for (Decision decision : facts.decisions()) {
            boolean settles = decision.kind() == DecisionKind.STANDARDISE
                    || decision.kind() == DecisionKind.REDESIGN
                    || decision.kind() == DecisionKind.STOP;
            if (settles && decision.subjectType() == DecisionSubject.USE_CASE && decision.decidedOn() != null) {
                decided.merge(
                        String.valueOf(decision.subjectId()), decision.decidedOn(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return facts.useCases().stream()
                .filter(useCase -> useCase.validatedOn() != null && decided.containsKey(useCase.id()))
                .map(useCase -> ChronoUnit.DAYS.between(useCase.validatedOn(), decided.get(useCase.id())))
                .filter(days -> days >= 0)
                .toList();
    }

    private @Nullable BigDecimal teamChanges() {
        Map<String, List<Step>> steps = new HashMap<>();
        facts.steps()
                .forEach(step -> steps.computeIfAbsent(step.workflowId(), key -> new java.util.ArrayList<>())
                        .add(step));
        List<Integer> changes = advice.valueStreams().stream()
                .map(stream -> changes(stream, steps.getOrDefault(stream.workflowId(), List.of())))
                .flatMap(Optional::stream)
                .toList();
        return changes.isEmpty()
                ? null
                : ratio(changes.stream().mapToInt(Integer::intValue).sum(), changes.size(), 1);
    }

    /** Empty where the order, or a team, is not known. */
    private static Optional<Integer> changes(ValueStream stream, List<Step> steps) {
        boolean known = steps.stream().allMatch(step -> step.seq() != null && step.teamId() != null);
        if (!known || steps.isEmpty()) {
            return Optional.empty();
        }
        int changes = 0;
        for (int i = 1; i < stream.steps().size(); i++) {
            changes += Objects.equals(
                            stream.steps().get(i).team(),
                            stream.steps().get(i - 1).team())
                    ? 0
                    : 1;
        }
        return Optional.of(changes);
    }

    private @Nullable BigDecimal activity() {
        BigDecimal worked = BigDecimal.ZERO;
        BigDecimal lasts = BigDecimal.ZERO;
        for (ValueStream stream : advice.valueStreams()) {
            boolean known =
                    stream.leadTimeH() != null && stream.steps().stream().allMatch(step -> step.processTimeH() != null);
            if (known) {
                lasts = lasts.add(stream.leadTimeH());
                for (ValueStream.StepTime step : stream.steps()) {
                    worked = worked.add(step.processTimeH());
                }
            }
        }
        return lasts.signum() == 0
                ? null
                : worked.multiply(BigDecimal.valueOf(100)).divide(lasts, 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal percent(long part, long all) {
        return ratio(part * 100, all, 1);
    }

    private static BigDecimal ratio(long part, long all, int digits) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), digits, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal median(List<Long> days) {
        if (days.isEmpty()) {
            return null;
        }
        List<Long> sorted = days.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? BigDecimal.valueOf(sorted.get(middle))
                : ratio(sorted.get(middle - 1) + sorted.get(middle), 2, 1);
    }
}
