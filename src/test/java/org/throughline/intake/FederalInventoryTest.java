package org.throughline.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
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

    /** The inventory of 2024 is not here but for its header row; its rows are made up. */
    @ParameterizedTest
    @CsvSource({
        "fed2023.csv, us-federal-2023, 710",
        "fed2024-header.csv, us-federal-2024, 40",
        "fed2025.csv, us-federal-2025, 3611"
    })
    void noRowOfAnyOfThemIsLost(String name, String mapping, int rows) throws IOException {
        Path file = FILE.resolveSibling(name);
        assumeTrue(Files.exists(file), () -> file + " is not here: the real inventories are not part of the project");
        byte[] bytes = Files.readAllBytes(file);
        Reading reading = Given.bytes("inventory.csv", name.contains("header") ? withRows(bytes, rows) : bytes)
                .with(IntakeOptions.of(Given.AS_OF, Given.VOCABULARY).withMappings(MappingTest::shipped))
                .read();
        long leftOut = reading.problems().stream()
                .filter(problem -> problem.row() != null && problem.fix().contains("left out"))
                .count();
        SheetReading sheet = reading.sheets().get(0);
        assertThat(sheet.recognisedBy()).contains(mapping);
        assertThat(sheet.rows()).isEqualTo(rows);
        assertThat(sheet.facts() + leftOut).isEqualTo(rows);
    }

    private static byte[] withRows(byte[] header, int rows) {
        String text = new String(header, Charset.forName("windows-1252")).strip();
        StringBuilder table = new StringBuilder(text);
        for (int row = 1; row <= rows; row++) {
            table.append("\nUse case ")
                    .append(row)
                    .append(",Department ")
                    .append(row % 5)
                    .append(",D")
                    .append(row % 5);
            table.append(",\"Bureau, the ")
                    .append(row % 7)
                    .append("th\",Mission")
                    .append(",".repeat(57));
        }
        return table.toString().getBytes(Charset.forName("windows-1252"));
    }
}
