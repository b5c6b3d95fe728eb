package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;

/** Texts that stand for people, teams and workflows. */
class ReferencesTest {

    private static final String PEOPLE = "id,name,email";

    private static Given owned(String... owners) {
        String[] lines = new String[owners.length + 1];
        lines[0] = "id,name,stage,outcome_owner_id";
        for (int i = 0; i < owners.length; i++) {
            lines[i + 1] = "uc-" + (i + 1) + ",Use case " + (i + 1) + ",pilot," + owners[i];
        }
        return Given.file("use_cases.csv", lines);
    }

    @Test
    void aPersonIsNamedByIdNameOrAddress() {
        Portfolio portfolio = owned("p-1", "ann  LEE", "Ann.Lee@example.org", "P-1")
                .and("people.csv", PEOPLE, "p-1,Ann Lee,ann.lee@example.org", "p-2,Bo,bo@example.org")
                .portfolio();
        assertThat(portfolio.useCases())
                .extracting(UseCase::outcomeOwnerId)
                .containsExactly("p-1", "p-1", "p-1", "P-1");
    }

    @Test
    void aNameOfTwoListedPeopleIsSomebodyElse() {
        Given given = owned("Ann Lee", "ann lee").and("people.csv", PEOPLE, "p-1,Ann Lee,", "p-2,Ann Lee,");
        assertThat(given.portfolio().useCases())
                .extracting(UseCase::outcomeOwnerId)
                .containsExactly("Ann Lee", "Ann Lee");
        assertThat(given.problems())
                .containsExactly(
                        "use_cases.csv, row 2, column \"outcome_owner_id\": 2 cells refer to \"Ann Lee\", which is the name of"
                                + " several rows of people. / An id, a name or an e-mail address of a row of people."
                                + " / Write the id of the one that is meant. / somebody of whom nothing else is known");
    }

    @Test
    void equalTextsAreOnePersonInTheFirstSpelling() {
        Portfolio portfolio = Given.file("workflows.csv", "id,name,owner_id", "wf,W,bO  vINE")
                .and("use_cases.csv", "id,name,stage,outcome_owner_id", "uc-1,A,pilot,Bo Vine")
                .portfolio();
        assertThat(portfolio.workflows().get(0).ownerId()).isEqualTo("Bo Vine");
        assertThat(portfolio.people())
                .extracting(Person::id, Person::listed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Bo Vine", false));
    }

    @Test
    void aTeamThatIsOnlyATextHasNoneAboveIt() {
        Given given = Given.file("use_cases.csv", "id,name,stage,team_id", "uc-1,A,pilot,Sales")
                .and("teams.csv", "id,name", "t,T");
        Team sales = given.portfolio().teams().get(1);
        assertThat(sales.name()).isEqualTo("Sales");
        assertThat(sales.listed()).isFalse();
        assertThat(sales.absent("parent_id")).isTrue();
        assertThat(sales.unknown("lead_id")).isTrue();
        assertThat(given.problems())
                .containsExactly(
                        "use_cases.csv, row 2, column \"team_id\": This row refers to the team \"Sales\", which has no row in"
                                + " teams. / An id or a name of a row of teams. / Correct it, or add the row."
                                + " / a team of which nothing else is known");
    }

    @Test
    void aWorkflowThatDoesNotExistIsReportedOnceAndStaysASubject() {
        Given given = Given.file("use_cases.csv", "id,name,stage,workflow_id", "uc-1,A,pilot,wf-9", "uc-2,B,pilot,wf-9")
                .and("workflows.csv", "id,name", "wf-1,One");
        assertThat(given.portfolio().workflows())
                .extracting(workflow -> workflow.id() + " " + workflow.listed())
                .containsExactly("wf-1 true", "wf-9 false");
        assertThat(given.problems())
                .containsExactly(
                        "use_cases.csv, row 2, column \"workflow_id\": 2 cells refer to the workflow \"wf-9\", which has no row"
                                + " in workflows. / An id of a row of workflows. / Correct it (nearest: wf-1), or add the row."
                                + " / a workflow of which nothing else is known");
    }

    @Test
    void theNearestCandidatesAreNamed() {
        assertThat(Given.file("use_cases.csv", "id,name,stage,workflow_id,team_id", "uc-1,A,pilot,wf-claim,Slaes")
                        .and("workflows.csv", "id,name", "wf-claims,Claims", "wf-other,Other")
                        .and("teams.csv", "id,name", "t,Sales")
                        .problems())
                .containsExactly(
                        "use_cases.csv, row 2, column \"team_id\": This row refers to the team \"Slaes\", which has no row in teams."
                                + " / An id or a name of a row of teams. / Correct it (nearest: Sales), or add the row."
                                + " / a team of which nothing else is known",
                        "use_cases.csv, row 2, column \"workflow_id\": This row refers to the workflow \"wf-claim\", which has no row"
                                + " in workflows. / An id of a row of workflows."
                                + " / Correct it (nearest: wf-claims), or add the row. / a workflow of which nothing else is known");
    }

    @Test
    void aWholeMissingFileIsReportedOnce() {
        assertThat(owned("Ann", "Bo").problems())
                .containsExactly("input: No file people, though other files refer to 2 of its rows: \"Ann\", \"Bo\"."
                        + " / A file people with a row for each. / Add the file to have advice that rests on it."
                        + " / somebody of whom nothing else is known");
    }

    @Test
    void ofACircleOfTeamsTheSmallestIdIsAtTheTop() {
        Given given = Given.file(
                "teams.csv",
                "id,name,parent_id",
                "sales,Sales,emea",
                "emea,EMEA,Global",
                "global,Global,sales",
                "x,X,x",
                "below,Below,sales");
        assertThat(given.portfolio().teams())
                .extracting(Team::parentId)
                .containsExactly("emea", null, "sales", null, "sales");
        assertThat(given.portfolio().teams().get(1).absent("parent_id")).isTrue();
        assertThat(given.errors())
                .containsExactly(
                        "teams.csv, row 3, column \"parent_id\": The teams go round in a circle, each below the next: emea → global →"
                                + " sales → emea. / A team at the top that is below none of its own."
                                + " / Correct the team above one of them.",
                        "teams.csv, row 5, column \"parent_id\": The teams go round in a circle, each below the next: x → x."
                                + " / A team at the top that is below none of its own. / Correct the team above one of them.");
    }

    @Test
    void aColumnMayGiveTheTeamAboveAnother() {
        Portfolio portfolio = Given.file(
                        "inventory.csv",
                        "id,use_case_name,stage,agency,agency_bureau",
                        "1,A,pilot,DOI,OCIO",
                        "2,B,pilot,DOL,ocio",
                        "3,C,pilot,DOL,",
                        "4,D,pilot,DOL,dol")
                .portfolio();
        assertThat(portfolio.useCases())
                .extracting(UseCase::teamId)
                .containsExactly("DOI/OCIO", "DOL/ocio", "DOL", "DOL");
        assertThat(portfolio.teams())
                .extracting(team -> team.id() + " " + team.name() + " " + team.parentId())
                .containsExactly("DOI DOI null", "DOI/OCIO OCIO DOI", "DOL DOL null", "DOL/ocio ocio DOL");
    }

    @Test
    void workflowsAndUseCasesAreNamedByTheirNamesToo() {
        Given given = Given.file(
                        "use_cases.csv",
                        "id,name,stage,workflow_id",
                        "uc-1,A,pilot,claims",
                        "uc-2,B,pilot,Claims",
                        "uc-3,B,idea,")
                .and("workflows.csv", "id,name", "wf-1,Claims", "wf-2,Twice", "wf-3,Twice")
                .and("adoptions.csv", "use_case_id,team_id,since", "a,t,2026-01-01", "B,t,2026-01-01")
                .and("teams.csv", "id,name", "t,T");
        assertThat(given.portfolio().useCases()).extracting(UseCase::workflowId).containsExactly("wf-1", "wf-1", null);
        assertThat(given.portfolio().adoptions())
                .extracting(adoption -> adoption.useCaseId())
                .containsExactly("uc-1", "B");
        assertThat(given.problems())
                .containsExactly(
                        "adoptions.csv, row 2, column \"use_case_id\": The name of a use case instead of its id."
                                + " / An id of a row of use_cases. / Nothing, if that one is meant. / uc-1",
                        "adoptions.csv, row 3, column \"use_case_id\": This row refers to the use case \"B\", which has no row in"
                                + " use_cases. / An id of a row of use_cases. / Correct it, or add the row."
                                + " / something that is not in the inventory",
                        "use_cases.csv, row 2, column \"workflow_id\": The name of a workflow instead of its id."
                                + " / An id of a row of workflows. / Nothing, if that one is meant. / wf-1",
                        "use_cases.csv, row 3, column \"workflow_id\": The name of a workflow instead of its id."
                                + " / An id of a row of workflows. / Nothing, if that one is meant. / wf-1");
    }

    @Test
    void anEndBeforeItsStartIsNamed() {
        Given given = Given.file(
                        "use_cases.csv",
                        "id,name,stage,started_on,validated_on,planned_end_on",
                        "uc-1,A,pilot,2026-03-01,2026-02-01,2026-03-01",
                        "uc-2,B,pilot,2026-03-01,2026-03-02,2026-02-28")
                .and("adoptions.csv", "use_case_id,team_id,since", "uc-1,t,2026-01-01", "uc-2,t,2026-03-01")
                .and("teams.csv", "id,name", "t,T")
                .and(
                        "decisions.csv",
                        "id,subject_type,subject_id,kind,decided_on",
                        "d-1,use_case,uc-1,standardise,2026-02-01",
                        "d-2,use_case,uc-1,redesign,2026-02-01");
        String fix =
                " / A day from 2026-03-01 on. / Correct one of the two dates; until then both count as they stand.";
        assertThat(given.problems())
                .containsExactly(
                        "adoptions.csv, row 2, column \"since\": A day before the started_on of its use case, 2026-03-01."
                                + fix,
                        "decisions.csv, row 2, column \"decided_on\": A day before the started_on of its use case, 2026-03-01."
                                + fix,
                        "use_cases.csv, row 2, column \"validated_on\": A day before started_on, 2026-03-01." + fix,
                        "use_cases.csv, row 3, column \"planned_end_on\": A day before started_on, 2026-03-01." + fix);
        assertThat(given.portfolio().useCases().get(0).validatedOn()).hasToString("2026-02-01");
    }
}
