package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Portfolio;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/** Who has nothing but bytes of the facts finds what is found here. */
class WorkersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    /** As others would: each part by a worker of its own, the last one first. */
    private static final Workers ELSEWHERE = new Workers() {
        @Override
        public int slots() {
            return 7;
        }

        @Override
        public List<byte[]> fire(byte[] setting, List<byte[]> parts) {
            List<byte[]> outcomes = new ArrayList<>();
            for (byte[] part : parts) {
                outcomes.add(new Worker(ShippedBook.get(), setting).fire(part));
            }
            Collections.reverse(outcomes);
            return outcomes;
        }
    };

    @Test
    void theStoryGetsTheSameAdviceFromElsewhere() {
        assertSameAdvice(Imports.folder(Path.of("scenarios/sales-outreach/facts"), DAY), "sales-outreach");
    }

    @Test
    void generatedOrganisationsGetTheSameAdviceFromElsewhere() {
        for (int seed = 0; seed < 40; seed++) {
            assertSameAdvice(Imports.of(Organisations.generate(seed, 200)), "seed " + seed);
        }
        assertSameAdvice(Imports.of(Organisations.generate(40, 4_000)), "seed 40, cut into several parts");
    }

    @Test
    void withoutUseCasesElsewhereMissesTheSameFiles() {
        assertSameAdvice(Imports.csv(Map.of("teams.csv", "id,name\nt-1,Sales\n"), DAY), "teams alone");
    }

    @Test
    void whatCannotBeSentSaysWhatCan() {
        assertThatThrownBy(() -> new Packer(Map.of()).value(new StringBuilder()))
                .hasMessage("java.lang.StringBuilder cannot be sent to another process: use records of texts, numbers,"
                        + " days, facts and collections");
    }

    private static void assertSameAdvice(Portfolio portfolio, String what) {
        assertThat(AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio, ELSEWHERE)))
                .as(what)
                .isEqualTo(AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio)));
    }
}
