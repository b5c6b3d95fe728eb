package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.facts.DecisionKind.STANDARDISE;
import static org.throughline.oracle.Truth.FALSE;
import static org.throughline.oracle.Truth.TRUE;
import static org.throughline.oracle.Truth.UNKNOWN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;

/** C5 rests on whose team is below whose: company over sales over inside sales; and marketing beside sales. */
class RemitTest {

    private final Organisation org = Organisation.today();

    @BeforeEach
    void aTree() {
        org.team("company");
        org.team("sales").with("parent_id", "company");
        org.team("inside").with("parent_id", "sales");
        org.team("marketing").with("parent_id", "company");
        org.person("ann").team("sales");
        org.useCase("uc").stage("in_use").outcomeOwner("ann");
    }

    private Truth noMandate() {
        return Oracle.judge(org.portfolio()).truth("C5", "uc");
    }

    @Test
    void reachesTeamsBelowTheirOwn() {
        org.adoption("uc", "inside");
        org.adoption("uc", "sales");
        assertThat(noMandate()).isEqualTo(FALSE);
    }

    @Test
    void endsAtTheNeighbour() {
        org.adoption("uc", "inside");
        org.adoption("uc", "marketing");
        assertThat(noMandate()).isEqualTo(TRUE);
    }

    @Test
    void doesNotReachUp() {
        org.adoption("uc", "company");
        assertThat(noMandate()).isEqualTo(TRUE);
    }

    @Test
    void reachesWhatTheyLeadAndBelow() {
        org.team("field").with("parent_id", "emea");
        org.team("emea").with("lead_id", "ann");
        org.adoption("uc", "field");
        assertThat(noMandate()).isEqualTo(FALSE);
    }

    @Test
    void reachesTeamsOfAStandardiseDecision() {
        org.adoption("uc", "marketing");
        org.decision(STANDARDISE, "uc", 5).with("team_ids", "hr;company");
        assertThat(noMandate()).isEqualTo(FALSE);
    }

    @Test
    void doesNotReachTeamsOfAnotherDecision() {
        org.adoption("uc", "marketing");
        org.decision("extend", "uc", 5).with("team_ids", "marketing");
        assertThat(noMandate()).isEqualTo(TRUE);
    }

    @Test
    void isUnknownWhereALeadAboveIs() {
        org.team("brand").with("parent_id", "design");
        org.team("design").unknown("lead_id");
        org.adoption("uc", "brand");
        assertThat(noMandate()).isEqualTo(UNKNOWN);
    }

    @Test
    void isUnknownForATeamThatIsOnlyAText() {
        org.adoption("uc", "Partners");
        assertThat(noMandate()).isEqualTo(UNKNOWN);
    }

    @Test
    void isUnknownWhereTheTreeIs() {
        org.team("legal").unknown("parent_id");
        org.adoption("uc", "legal");
        assertThat(noMandate()).isEqualTo(UNKNOWN);
    }

    @Test
    void isUnknownWithoutDecisionsButNotForItsOwnTeam() {
        org.lacks(Kind.DECISION);
        org.adoption("uc", "inside");
        assertThat(noMandate()).isEqualTo(FALSE);
        org.adoption("uc", "marketing");
        assertThat(noMandate()).isEqualTo(UNKNOWN);
    }

    @Test
    void isNobodysWhereTheOwnerIsNotListed() {
        org.useCase("uc2").stage("in_use").outcomeOwner("Bob");
        org.adoption("uc2", "marketing");
        assertThat(Oracle.judge(org.portfolio()).truth("C5", "uc2")).isEqualTo(FALSE);
        org.lacks(Kind.PERSON);
        assertThat(Oracle.judge(org.portfolio()).truth("C5", "uc2")).isEqualTo(UNKNOWN);
    }
}
