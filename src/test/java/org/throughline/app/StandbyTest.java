package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/** Whether what is known of facts is at hand yet or not, what is supposed of them gets the same advice. */
class StandbyTest {

    @Test
    void whoAsksAgainIsToldWhatAWholeAdviceSays() {
        Standby standby = new Standby();
        Portfolio facts = Imports.of(Organisations.generate(11, 60));
        for (int i = 0; i < 8; i++) {
            Portfolio supposed = Supposed.of(
                    facts,
                    List.of(new Edit(
                            "use_cases", facts.useCases().get(i % 3).id(), "stage", i % 2 == 0 ? "idea" : "in_use")));
            assertThat(AdviceJson.text(standby.advise(ShippedBook.get(), facts, supposed)))
                    .as("the " + i + "th time")
                    .isEqualTo(AdviceJson.text(Engine.advise(ShippedBook.get(), supposed)));
        }
    }
}
