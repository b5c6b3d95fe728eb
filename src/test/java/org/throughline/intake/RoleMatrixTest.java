package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Assignment;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Responsibility;
import org.throughline.facts.SheetReading;

/** A wide matrix of activities and roles, with R, A, C and I in its cells. */
class RoleMatrixTest {

    private static final String[] STEPS = {
        "workflow_id,id,seq,name", "claims,s1,1,Check cover", "claims,s2,2,Decide", "sales,s1,1,Call"
    };

    @Test
    void eachCellIsAResponsibilityWithItsOwnRowAndColumn() {
        Portfolio portfolio = Given.file(
                        "matrix.csv",
                        "Process,Activity,Adjuster,Team lead,Team",
                        "claims,s1,R,A,",
                        "claims,s2,\"A, R\",,i")
                .portfolio();
        assertThat(portfolio.responsibilities())
                .extracting(
                        Responsibility::stepId,
                        Responsibility::role,
                        Responsibility::assignment,
                        it -> it.origin().row(),
                        it -> it.cell("assignment").column(),
                        it -> it.cell("role").column())
                .containsExactly(
                        tuple("s1", "Adjuster", Assignment.R, 2, "Adjuster", "Adjuster"),
                        tuple("s1", "Team lead", Assignment.A, 2, "Team lead", "Team lead"),
                        tuple("s2", "Adjuster", Assignment.A, 3, "Adjuster", "Adjuster"),
                        tuple("s2", "Adjuster", Assignment.R, 3, "Adjuster", "Adjuster"),
                        tuple("s2", "Team", Assignment.I, 3, "Team", "Team"));
        assertThat(portfolio.knows(Kind.RESPONSIBILITY.attribute("role"))).isTrue();
        assertThat(portfolio.knows(Kind.RESPONSIBILITY.attribute("measured_by")))
                .isFalse();
    }

    @Test
    void aTitleAboveAllRolesIsNoPartOfTheirNames() {
        assertThat(Given.file(
                                "raci.csv",
                                ",,Roles,,",
                                "Process,Activity,Adjuster,Assessor,Clerk",
                                "claims,s1,R,A,C",
                                "claims,s2,R,A,I")
                        .portfolio()
                        .responsibilities())
                .extracting(
                        Responsibility::role,
                        it -> it.cell("role").column(),
                        it -> it.origin().row())
                .startsWith(
                        tuple("Adjuster", "Roles / Adjuster", 3),
                        tuple("Assessor", "Roles / Assessor", 3),
                        tuple("Clerk", "Roles / Clerk", 3));
    }

    @Test
    void theAccountCountsRowsCellsAndFacts() {
        SheetReading sheet = Given.file("raci.csv", "Process,Activity,Adjuster,Lead", "claims,s1,R,A", "claims,s2,R,")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.recognisedBy()).isEqualTo("its name");
        assertThat(sheet.rows()).isEqualTo(2);
        assertThat(sheet.facts()).isEqualTo(3);
        assertThat(sheet.roles()).containsExactly("Adjuster", "Lead");
        assertThat(sheet.columns())
                .extracting(SheetReading.Column::header, SheetReading.Column::read, SheetReading.Column::blank)
                .containsExactly(
                        tuple("Process", 2, 0), tuple("Activity", 2, 0), tuple("Adjuster", 2, 0), tuple("Lead", 1, 1));
    }

    @Test
    void theStepsSayWhichWorkflowItIsOf() {
        Given given = Given.file(
                        "raci.csv", "Activity,Adjuster,Lead", "check COVER,R,A", "Decide,A,R", "s1,R,A", "Pay,R,A")
                .and("steps.csv", STEPS);
        assertThat(given.portfolio().responsibilities())
                .extracting(Responsibility::workflowId, Responsibility::stepId)
                .containsExactly(
                        tuple("claims", "s1"), tuple("claims", "s1"), tuple("claims", "s2"), tuple("claims", "s2"));
        assertThat(given.problems())
                .contains(
                        "raci.csv, column \"workflow_id\": No column that says which workflow the activities belong to."
                                + " / A column workflow_id, unless the steps tell. / Nothing, if that is right; else add the column."
                                + " / the workflow of the step of that id or name, else the only workflow",
                        "raci.csv, row 4, column \"workflow_id\": No workflow_id in this row. / An id in every row."
                                + " / Fill it in; until then the row is left out.",
                        "raci.csv, row 5, column \"workflow_id\": No workflow_id in this row. / An id in every row."
                                + " / Fill it in; until then the row is left out.");
    }

    @Test
    void activitiesAreStepsByNameToo() {
        assertThat(Given.file(
                                "raci.csv",
                                "Process,Activity,Adjuster,Lead",
                                "claims,Decide,R,A",
                                "sales,Decide,R,A",
                                "claims,s1,R,")
                        .and("steps.csv", STEPS)
                        .portfolio()
                        .responsibilities())
                .extracting(Responsibility::workflowId, Responsibility::stepId)
                .containsExactly(
                        tuple("claims", "s2"),
                        tuple("claims", "s2"),
                        tuple("sales", "Decide"),
                        tuple("sales", "Decide"),
                        tuple("claims", "s1"));
    }

    @Test
    void partsMayBeWords() {
        assertThat(Given.file(
                                "matrix.csv",
                                "Process,Activity,Adjuster,Assessor",
                                "claims,s1,Responsible,Accountable + Informed",
                                "claims,s2,Consulted,r a")
                        .portfolio()
                        .responsibilities())
                .extracting(Responsibility::role, Responsibility::assignment)
                .containsExactly(
                        tuple("Adjuster", Assignment.R),
                        tuple("Assessor", Assignment.A),
                        tuple("Assessor", Assignment.I),
                        tuple("Adjuster", Assignment.C),
                        tuple("Assessor", Assignment.R),
                        tuple("Assessor", Assignment.A));
    }

    @Test
    void theOnlyWorkflowIsTaken() {
        assertThat(Given.file("raci.csv", "Activity,Adjuster,Lead", "Pay,R,A", "Sign,A,R")
                        .and("workflows.csv", "id,name", "claims,Claims")
                        .portfolio()
                        .responsibilities())
                .extracting(Responsibility::workflowId, Responsibility::stepId)
                .containsOnly(tuple("claims", "Pay"), tuple("claims", "Sign"));
    }

    @Test
    void rowsAndCellsThatSayNothingUsefulAreNamed() {
        assertThat(Given.file(
                                "raci.csv",
                                "Process,Activity,Adjuster,Lead",
                                "claims,s1,R,X",
                                "claims,s2,A,A",
                                "claims,s3,,")
                        .problems())
                .contains(
                        "raci.csv, row 2, column \"Lead\": Not a known assignment. / One of R, A, C, I, or a usual word for"
                                + " one of them. / Write one of these words, or add yours to rules/synonyms.csv or to the values of a mapping; until then"
                                + " the assignment of this row is unknown.",
                        "raci.csv, row 4: No part of any role in this row. / R, A, C or I in at least one of its cells."
                                + " / Nothing, if nobody has a part in it; else fill in who has.");
    }

    @Test
    void marksAreNoPartsOfRoles() {
        SheetReading sheet = Given.file("list.csv", "ID,Use case,Status,Risk,Value", "a,A,pilot,A,C", "b,B,idea,C,A")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.kind()).isEqualTo(Kind.USE_CASE);
        assertThat(sheet.unmapped()).containsExactly("Risk", "Value");
    }

    @Test
    void theLongFormIsNoMatrix() {
        SheetReading sheet = Given.file(
                        "responsibilities.csv",
                        "workflow_id,role,assignment,C,R",
                        "claims,Adjuster,R,C,R",
                        "claims,Lead,A,C,R")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.facts()).isEqualTo(2);
        assertThat(sheet.roles()).isEmpty();
    }
}
