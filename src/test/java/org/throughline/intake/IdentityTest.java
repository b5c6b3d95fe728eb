package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Adoption;
import org.throughline.facts.Fact;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.facts.UseCase;

/** Which rows become facts, and what their ids are. */
class IdentityTest {

    private static final String HEADER = "id,name,stage,team_id";

    @Test
    void theFirstOfTwoRowsWithOneIdStays() {
        Given given = Given.file("use_cases.csv", HEADER, "uc-1,First,pilot,a", "uc-1,Second,pilot,a");
        assertThat(given.portfolio().useCases()).extracting(UseCase::name).containsExactly("First");
        assertThat(given.errors())
                .containsExactly(
                        "use_cases.csv, row 3, column \"id\": An id that row 2 has already."
                                + " / An id that no other row has."
                                + " / Give one of the rows another id, or remove it; the first one stays, this row is left out.");
    }

    @Test
    void idsKeepTheirCaseAndLoseWhatCannotBeSeen() {
        Portfolio portfolio = Given.file(
                        "use_cases.csv", HEADER, "uc-1,A,pilot,a", " UC-1\u00a0,B,pilot,a", "\u200buc-3,C,pilot,a")
                .portfolio();
        assertThat(portfolio.useCases()).extracting(UseCase::id).containsExactly("uc-1", "UC-1", "uc-3");
    }

    @Test
    void useCasesWithoutIdAreNamedAfterTeamAndName() {
        Given given = Given.file(
                        "use_cases.csv", HEADER, ",Draft,pilot,Sales", ",Draft,pilot,sales", "unknown,Draft,pilot,")
                .and("teams.csv", "id,name");
        assertThat(given.portfolio().useCases())
                .extracting(UseCase::id)
                .containsExactly("Sales/Draft", "Sales/Draft#2", "Draft");
        assertThat(given.problems())
                .contains(
                        "use_cases.csv, row 2, column \"id\": 3 use cases without an id, of which this is the first. / An id in every row."
                                + " / Give each an id that it keeps, so that the next reading knows it again even if its name changes."
                                + " / team and name, such as Sales/Draft");
    }

    @Test
    void inAnInventoryAloneTeamsMayNumberTheirOwn() {
        Portfolio portfolio = Given.file(
                        "use_cases.csv",
                        HEADER,
                        "7,A,pilot,Roads",
                        "7,B,pilot,Parks",
                        "7,C,pilot,roads",
                        "8,D,pilot,Parks")
                .portfolio();
        assertThat(portfolio.useCases()).extracting(UseCase::id).containsExactly("Roads/7", "Parks/7", "8");
    }

    @Test
    void withOtherFilesAnIdIsOneUseCaseWhateverItsTeam() {
        Portfolio portfolio = Given.file("use_cases.csv", HEADER, "7,A,pilot,Roads", "7,B,pilot,Parks")
                .and("teams.csv", "id,name", "t,T")
                .portfolio();
        assertThat(portfolio.useCases()).extracting(UseCase::id).containsExactly("7");
    }

    @Test
    void rowsWithoutTheirIdsAreLeftOut() {
        Given given = Given.file(
                "handoffs.csv", "workflow_id,from_step_id,to_step_id", "wf,a,b", "wf,,b", "wf,a,b", "wf,b,a");
        assertThat(given.portfolio().handoffs()).extracting(Handoff::key).containsExactly("wf/a->b", "wf/b->a");
        assertThat(given.errors())
                .containsExactly(
                        "handoffs.csv, row 3, column \"from_step_id\": No from_step_id in this row. / An id in every row."
                                + " / Fill it in; until then the row is left out.",
                        "handoffs.csv, row 4, column \"to_step_id\": An id that row 2 has already."
                                + " / An id that no other row has."
                                + " / Give one of the rows another id, or remove it; the first one stays, this row is left out.");
    }

    @Test
    void furtherRowsOfAnAdoptionAddTheirVariants() {
        Portfolio portfolio = Given.file(
                        "adoptions.csv",
                        "use_case_id,team_id,mode,variant",
                        "uc-1,sales,informal,",
                        "uc-1,Sales team,agreed,v1",
                        "uc-1,SALES  team,agreed,V1",
                        "uc-1,sales,agreed,v2")
                .and("teams.csv", "id,name", "sales,Sales Team")
                .portfolio();
        assertThat(portfolio.adoptions()).singleElement().satisfies(adoption -> {
            assertThat(adoption.variants()).containsExactly("v1", "v2");
            assertThat(adoption.known("variant")).isTrue();
            assertThat(adoption.teamId()).isEqualTo("sales");
            assertThat(adoption.mode()).hasToString("INFORMAL");
        });
    }

    @Test
    void whatComesAfterTheAsOfDateHasNotHappened() {
        Given given = Given.file(
                        "decisions.csv",
                        "id,subject_type,subject_id,kind,decided_on",
                        "d-1,use_case,uc-1,stop,2026-07-01",
                        "d-1,use_case,uc-1,extend,2026-06-30")
                .and("adoptions.csv", "use_case_id,team_id,since", "uc-1,a,2026-07-01", "uc-1,b,")
                .and("frictions.csv", "id,kind,recorded_on,removed_on", "f-1,data,2026-01-01,2026-08-01")
                .and(
                        "use_cases.csv",
                        "id,name,stage,planned_end_on,validated_on",
                        "uc-1,A,pilot,2026-12-31,2026-07-02");
        Portfolio portfolio = given.portfolio();
        assertThat(portfolio.decisions())
                .extracting(decision -> decision.kind().name())
                .containsExactly("EXTEND");
        assertThat(portfolio.adoptions()).extracting(Adoption::teamId).containsExactly("b");
        assertThat(portfolio.frictions().get(0).absent("removed_on")).isTrue();
        assertThat(portfolio.useCases().get(0).absent("validated_on")).isTrue();
        assertThat(portfolio.useCases().get(0).plannedEndOn()).hasToString("2026-12-31");
        assertThat(given.errors()).isEmpty();
        assertThat(given.problems())
                .contains("decisions.csv, row 2, column \"decided_on\": A day after the one that the advice is for,"
                        + " 2026-06-30. / A day up to 2026-06-30. / Nothing, if it is planned; else correct the date, or ask for"
                        + " advice as of a later day. / no row yet: it counts from that day on");
    }

    @Test
    void theDigestIsOfTheFactsNotOfTheFiles() {
        String one = Given.file("use_cases.csv", "id,name,stage,tool", "a,A,pilot,T", "b,B,in use,", "c,C,idea,?")
                .portfolio()
                .digest();
        String split = Given.file("use_cases-2.csv", "tool,stage,name,id", "?,idea,C,c", ",in_use,B,b")
                .and("use_cases-1.csv", "ID,Name,Status,Tool", "a,A,Pilot,T")
                .portfolio()
                .digest();
        String other = Given.file("use_cases.csv", "id,name,stage,tool", "a,A,pilot,T", "b,B,in use,", "c,C,idea,")
                .portfolio()
                .digest();
        assertThat(split).isEqualTo(one).startsWith("sha256:").hasSize(71);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void factsAreInTheOrderOfTheirRows() {
        Portfolio portfolio = Given.file("teams.csv", "id,name,parent_id", "b,B,", "a,A,z", "c,C,y")
                .portfolio();
        assertThat(portfolio.teams()).extracting(Fact::key).containsExactly("b", "a", "c", "y", "z");
    }
}
