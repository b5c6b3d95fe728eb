package org.throughline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.rulebook.ClassicBook;
import org.throughline.rulebook.RuleBook;
import org.throughline.testkit.ShippedBook;

/** Rules mean the same to Drools' two compilers: in every scenario the advice is equal, whichever compiled them. */
class BothCompilersTest {

    @TestFactory
    Stream<DynamicTest> everyScenarioGetsTheSameAdvice() throws IOException {
        RuleBook book = ShippedBook.get();
        RuleBook classic = ClassicBook.of(book);
        List<Scenario> scenarios = Scenario.in(Path.of("scenarios"));
        return scenarios.stream()
                .map(scenario -> dynamicTest(scenario.name(), () -> {
                    Prepared prepared = Prepared.of(scenario, book.files());
                    Advice advice = Engine.advise(book, prepared.reading().portfolio());
                    Advice other = Engine.advise(classic, prepared.reading().portfolio());
                    assertThat(other.findings()).isEqualTo(advice.findings());
                    assertThat(other.notJudged()).isEqualTo(advice.notJudged());
                    assertThat(other).isEqualTo(advice);
                }));
    }
}
