package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.facts.DecisionKind.EXTEND;
import static org.throughline.facts.DecisionKind.REDESIGN;
import static org.throughline.facts.DecisionKind.STANDARDISE;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;

/** D1, whose subject is a root team with all below it. */
class MultiplyingTest {

    private final Organisation org = Organisation.today();

    private Truth multiplying(String team) {
        return Oracle.judge(org.portfolio()).truth("D1", team);
    }

    private void threeStartsOneUnfinished() {
        org.team("root");
        org.team("leaf").with("parent_id", "root");
        org.useCase("a").stage("validated").started(365).team("leaf");
        org.useCase("b").stage("pilot").started(0).team("root");
        org.useCase("c").stage("stopped").started(100).team("leaf");
    }

    @Test
    void countsTheWholeTree() {
        threeStartsOneUnfinished();
        assertThat(multiplying("root")).isEqualTo(TRUE);
        assertThat(multiplying("leaf")).isEqualTo(FALSE);
    }

    @Test
    void countsNoStartsOfMoreThanAYearAgoNorOfLater() {
        threeStartsOneUnfinished();
        org.rows(Kind.USE_CASE).get(0).started(366);
        org.useCase("d").stage("pilot").started(-1).team("root");
        org.useCase("e").stage("idea").started(5).team("root");
        assertThat(multiplying("root")).isEqualTo(FALSE);
    }

    @Test
    void countsAStartOfUnknownStageAsUnknown() {
        threeStartsOneUnfinished();
        org.rows(Kind.USE_CASE).get(2).unknown("stage");
        assertThat(multiplying("root")).isEqualTo(UNKNOWN);
    }

    @Test
    void needsOneUnfinished() {
        threeStartsOneUnfinished();
        org.decision(REDESIGN, "a", 500);
        assertThat(multiplying("root")).isEqualTo(FALSE);
        org.useCase("old").stage("pilot").started(366).team("root");
        assertThat(multiplying("root")).isEqualTo(TRUE);
    }

    @Test
    void isSilentWhereOneWasDeclaredOfLate() {
        threeStartsOneUnfinished();
        org.useCase("d").stage("in_use").started(800).team("leaf");
        org.decision(STANDARDISE, "d", 365);
        assertThat(multiplying("root")).isEqualTo(FALSE);
    }

    @Test
    void firesWhereTheStandardIsOld() {
        threeStartsOneUnfinished();
        org.useCase("d").stage("in_use").started(800).team("leaf");
        org.decision(STANDARDISE, "d", 366);
        assertThat(multiplying("root")).isEqualTo(TRUE);
    }

    @Test
    void isSilentWhereAStandardHasNoDay() {
        threeStartsOneUnfinished();
        org.useCase("d").stage("standard").started(800).team("leaf");
        assertThat(multiplying("root")).isEqualTo(FALSE);
    }

    @Test
    void restsOnAssumptionWhereADecisionIsUnknown() {
        threeStartsOneUnfinished();
        assertThat(Oracle.judge(org.portfolio()).of("D1")).noneMatch(Verdict::assumed);
        org.decision(EXTEND, "a", 5).unknown("kind");
        assertThat(Oracle.judge(org.portfolio()).fired())
                .filteredOn(verdict -> verdict.diagnostic().equals("D1"))
                .singleElement()
                .matches(Verdict::assumed);
    }

    @Test
    void takesEveryTeamForARootWithoutTheColumn() {
        threeStartsOneUnfinished();
        org.lacks(Kind.TEAM, "parent_id");
        assertThat(multiplying("root")).isEqualTo(FALSE);
        org.rows(Kind.USE_CASE).forEach(row -> row.team("leaf"));
        assertThat(multiplying("leaf")).isEqualTo(TRUE);
    }

    @Test
    void takesATeamThatIsOnlyATextForARoot() {
        threeStartsOneUnfinished();
        org.rows(Kind.USE_CASE).forEach(row -> row.team("Operations"));
        assertThat(multiplying("Operations")).isEqualTo(TRUE);
    }

    @Test
    void leavesATeamOpenWhoseParentIsUnknown() {
        threeStartsOneUnfinished();
        org.rows(Kind.TEAM).get(0).unknown("parent_id");
        assertThat(multiplying("root")).isEqualTo(UNKNOWN);
    }
}
