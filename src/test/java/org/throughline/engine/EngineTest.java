package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.findings.NotJudged;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/** The same facts get the same advice, to the byte, however they are cut into parts and in whatever order they were read. */
class EngineTest {

    private final Portfolio outreach =
            Imports.folder(Path.of("scenarios/sales-outreach/facts"), LocalDate.of(2026, 6, 30));

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 100_000})
    void theCutIntoPartsMakesNoDifference(int partSize) {
        assertThat(advice(outreach, partSize)).isEqualTo(advice(outreach, 1_000));
    }

    @Test
    void theCutMakesNoDifferenceToGeneratedOrganisations() {
        for (int seed = 0; seed < 60; seed++) {
            Portfolio portfolio = Imports.of(Organisations.generate(seed, 60));
            assertThat(advice(portfolio, 3)).as("seed " + seed).isEqualTo(advice(portfolio, 100_000));
        }
    }

    @Test
    void theSecondRunSaysTheSame() {
        assertThat(advice(outreach, 40)).isEqualTo(advice(outreach, 40));
    }

    @Test
    void withoutUseCasesEachDiagnosticSaysWhichFilesItNeeds() {
        Portfolio teams = Imports.csv(Map.of("teams.csv", "id,name\nt-1,Sales\n"), LocalDate.of(2026, 6, 30));
        Advice advice = Engine.advise(ShippedBook.get(), teams);

        assertThat(advice.findings()).isEmpty();
        assertThat(advice.notJudged())
                .hasSize(34)
                .contains(
                        new NotJudged("A1", List.of("decisions", "use_cases"), 0, "There are no use cases to judge."),
                        new NotJudged("D6", List.of("use_cases"), 0, "There are no use cases to judge."));
    }

    private static String advice(Portfolio portfolio, int partSize) {
        return AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio, partSize));
    }
}
