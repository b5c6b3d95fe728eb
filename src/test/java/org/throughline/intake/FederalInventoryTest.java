package org.throughline.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.Stage;

/** The US federal inventory of 2025, as it was published. */
class FederalInventoryTest {

    private static final Path FILE = Path.of("../shared/data/fed2025.csv");

    private static Reading reading() {
        assumeTrue(Files.exists(FILE), () -> FILE + " is not here: the real inventory is not part of the project");
        return Intake.read(List.of(FILE), IntakeOptions.of(Given.AS_OF, Given.VOCABULARY));
    }

    @Test
    void everyRowIsAFactOrAProblem() {
        Reading reading = reading();
        Portfolio portfolio = Objects.requireNonNull(reading.portfolio());
        long leftOut = reading.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR && problem.row() != null)
                .filter(problem -> problem.fix().contains("left out"))
                .count();
        assertThat(reading.sheets().get(0).rows()).isEqualTo(3611);
        assertThat(portfolio.useCases().size() + leftOut).isEqualTo(3611);
    }

    @Test
    void itsColumnsMeanWhatTheyMean() {
        Portfolio portfolio = Objects.requireNonNull(reading().portfolio());
        Map<Object, Long> stages = portfolio.useCases().stream()
                .filter(useCase -> useCase.stage() != null)
                .collect(groupingBy(useCase -> useCase.stage(), counting()));
        assertThat(stages).containsOnlyKeys(Stage.IDEA, Stage.PILOT, Stage.IN_USE, Stage.RETIRED);
        assertThat(stages.get(Stage.IN_USE)).isEqualTo(1040);
        assertThat(portfolio.teams())
                .filteredOn(team -> team.absent("parent_id"))
                .hasSize(41);
        assertThat(portfolio.useCases())
                .allMatch(useCase -> useCase.startedOn() == null || useCase.stage() == Stage.PILOT);
        assertThat(portfolio.knows(org.throughline.facts.Kind.USE_CASE.attribute("outcome_owner_id")))
                .isFalse();
    }
}
