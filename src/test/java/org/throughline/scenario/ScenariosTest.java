package org.throughline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.testkit.ShippedBook;

/** Every story in {@code scenarios/} gets the answer that it states. */
class ScenariosTest {

    @TestFactory
    Stream<DynamicTest> everyScenarioHolds() throws IOException {
        List<Scenario> scenarios = Scenario.in(Path.of("scenarios"));
        assertThat(scenarios).as("scenarios/ has stories").hasSizeGreaterThan(30);
        return scenarios.stream()
                .map(scenario -> dynamicTest(
                        scenario.name(),
                        () -> assertThat(ScenarioRun.differences(ShippedBook.get(), scenario))
                                .as(scenario.name())
                                .isEmpty()));
    }
}
