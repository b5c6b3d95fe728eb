package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.report.StagePicture.Owner;
import org.throughline.testkit.ReportFixtures;

/** Nobody is only said where it is known that nobody is. */
class StagePictureTest {

    @Test
    void namesTheOwnerOfTheOutcomeFirst() {
        assertThat(Owner.of(useCase("Ana", "Ben"))).isEqualTo(Owner.OUTCOME);
    }

    @Test
    void tellsAPilotOwnerOnlyWhereNobodyOwnsTheOutcome() {
        assertThat(Owner.of(useCase("Ana", null))).isEqualTo(Owner.PILOT);
        assertThat(Owner.of(useCase("Ana", null, "outcome_owner_id"))).isEqualTo(Owner.PILOT_AT_LEAST);
    }

    @Test
    void saysNobodyOnlyWhereAllIsKnown() {
        assertThat(Owner.of(useCase(null, null))).isEqualTo(Owner.NOBODY);
        assertThat(Owner.of(useCase(null, null, "outcome_owner_id"))).isEqualTo(Owner.UNKNOWN);
        assertThat(Owner.of(useCase(null, null, "pilot_owner_id"))).isEqualTo(Owner.UNKNOWN);
        assertThat(Owner.of(useCase(null, null, "sponsor_id"))).isEqualTo(Owner.UNKNOWN);
    }

    @Test
    void leavesOutWhatIsOnlyReferredTo() {
        Sheet sheet = new Sheet("adoptions.csv", Kind.ADOPTION, Map.of());
        Object[] values = new Object[Kind.USE_CASE.attributes().size()];
        values[0] = "uc-9";
        UseCase referredTo = UseCase.of(Origin.referredTo(sheet, Kind.USE_CASE, "id"), values);

        assertThat(StagePicture.of(new Portfolio(
                        ReportFixtures.AS_OF, Map.of(Kind.USE_CASE, List.of(referredTo)), Set.of(), "sha256:0")))
                .isNull();
    }

    private static UseCase useCase(String pilotOwner, String outcomeOwner, String... unknown) {
        Object[] values = new Object[Kind.USE_CASE.attributes().size()];
        values[0] = "uc-1";
        values[6] = Stage.PILOT;
        values[10] = pilotOwner;
        values[11] = outcomeOwner;
        long unknownMask = mask(unknown);
        long absent = absent(values) & ~unknownMask;
        return UseCase.of(
                new Origin(new Sheet("use_cases.csv", Kind.USE_CASE, Map.of()), 2, absent, unknownMask, 0), values);
    }

    private static long mask(String... names) {
        long mask = 0;
        for (String name : names) {
            mask |= 1L << Kind.USE_CASE.attribute(name).index();
        }
        return mask;
    }

    private static long absent(Object[] values) {
        return Kind.USE_CASE.attributes().stream()
                .mapToInt(Attribute::index)
                .filter(index -> values[index] == null)
                .mapToLong(index -> 1L << index)
                .sum();
    }
}
