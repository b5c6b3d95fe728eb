package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Portfolio;
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

    private static String advice(Portfolio portfolio, int partSize) {
        return AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio, partSize));
    }
}
