package org.throughline.engine.recommending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Recommendation;
import org.throughline.engine.Engine;
import org.throughline.testkit.Imports;
import org.throughline.testkit.ShippedBook;

/** Sentences that are true of what they count. */
class TellingTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    @Test
    void foldedDoublesAreCountedInGroupsAndUseCases() {
        Recommendation folded = of("consolidate", """
                id,name,stage,team_id
                uc-1,Invoice matching,pilot,Sales
                uc-2,Invoice matching,pilot,Finance
                uc-3,Contract search,pilot,Sales
                uc-4,Contract search,pilot,Legal
                uc-5,Mail triage,pilot,Service
                uc-6,Mail triage,pilot,Legal
                uc-7,Travel booking,pilot,Finance
                uc-8,Travel booking,pilot,Legal
                uc-9,Travel booking,pilot,Sales
                """);

        assertThat(folded.title())
                .isEqualTo("Make one of each: 4 groups of use cases across the organisation seem to do the same");
        assertThat(folded.why())
                .startsWith(
                        "It concerns 4 groups, 9 use cases in all: those of \"Travel booking\", \"Invoice matching\","
                                + " \"Contract search\" and 1 more. \"Travel booking\": 3 active use cases of ");
    }

    @Test
    void oneIsOne() {
        Recommendation one = of("assign-owner", """
                id,name,stage,outcome_owner_id,pilot_owner_id,sponsor_id
                uc-1,Invoice matching,pilot,,,
                """);

        assertThat(one.priority().explanation())
                .isEqualTo(
                        "P1 by severity (high), spread (100% of live use cases or monthly items) and evidence (observed)."
                                + " Not quantified, for want of flow facts: so it is ordered by severity, by how many others it removes"
                                + " or unblocks (0), and by age (0 days). Effort S, about 1 person-day. 100% of the needed facts are"
                                + " known.");
        assertThat(of("collect-fact", """
                id,name,stage,outcome_owner_id,pilot_owner_id,sponsor_id
                uc-1,Invoice matching,pilot,,,
                """).why()).contains(", each for up to 1 subject: ");
    }

    private static Recommendation of(String kind, String useCases) {
        return Engine.advise(ShippedBook.get(), Imports.csv(Map.of("use_cases.csv", useCases), AS_OF))
                .recommendations()
                .stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
