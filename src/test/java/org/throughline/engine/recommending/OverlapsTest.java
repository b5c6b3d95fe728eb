package org.throughline.engine.recommending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Recommendation;
import org.throughline.engine.Engine;
import org.throughline.testkit.Imports;
import org.throughline.testkit.ShippedBook;

/** Hours that wait at a step also wait in its workflow: who reads both recommendations is told that they are the same. */
class OverlapsTest {

    private final List<Recommendation> ranked = Engine.advise(
                    ShippedBook.get(),
                    Imports.folder(Path.of("scenarios/sales-outreach/facts"), LocalDate.of(2026, 6, 30)))
            .recommendations();

    @Test
    void theSameWaitingIsToldOnce() {
        assertThat(sameHours("cut-waiting:workflow:wf-outreach"))
                .contains("redesign-workflow:workflow:wf-outreach", "delegate-approvals:workflow:wf-outreach");
    }

    @Test
    void twoStepsAreTwoWaits() {
        assertThat(sameHours("raise-capacity:workflow:wf-outreach"))
                .contains("redesign-workflow:workflow:wf-outreach")
                .doesNotContain("name-next-actor:workflow:wf-outreach");
    }

    @Test
    void theFirstToTellThemOwesNothing() {
        assertThat(sameHours("name-next-actor:workflow:wf-outreach")).isEmpty();
    }

    @Test
    void onlyBetterRanksAreNamed() {
        List<String> ids = ranked.stream().map(Recommendation::id).toList();
        assertThat(ranked)
                .allSatisfy(one -> assertThat(ids.subList(0, one.rank() - 1))
                        .containsAll(one.priority().sameHours()));
    }

    private List<String> sameHours(String id) {
        return ranked.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is none of "
                        + ranked.stream().map(Recommendation::id).toList()))
                .priority()
                .sameHours();
    }
}
