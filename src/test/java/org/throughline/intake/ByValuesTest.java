package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;
import org.throughline.facts.SheetReading.Proposal;

/** Columns whose headers nobody knows. */
class ByValuesTest {

    private static final String PEOPLE = "id,name,email\np1,Ann Lee,ann@x.org\np2,Bob Ray,bob@x.org";

    private static SheetReading sheet(Reading reading, String file) {
        return reading.sheets().stream()
                .filter(sheet -> sheet.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areReadByTheirCellsWhereThoseFitOneThingOnly() {
        Given given = Given.file(
                "use_cases.csv", "id,name,Where are we", "a,A,pilot", "b,B,in production", "c,C,idea", "d,D,n/a");
        assertThat(sheet(given.read(), "use_cases.csv").columns())
                .extracting(Column::header, Column::attribute, Column::matchedBy)
                .contains(tuple("Where are we", "stage", "its cells: 3 of 3 are known words for stage"));
        assertThat(given.problems())
                .contains(
                        "use_cases.csv, column \"Where are we\": An unknown header, above cells of which 3 of 3 are known"
                                + " words for stage. / The header stage, or a known word for it. / Nothing, if that is right; else"
                                + " rename the column, or name what it is with --mapping. / stage");
    }

    @Test
    void mayNameRowsOfOtherFiles() {
        Reading reading = Given.file(
                        "use_cases.csv",
                        "id,name,stage,Belongs to,Unit",
                        "a,A,pilot,wf-1,sales",
                        "b,B,idea,wf-2,OPERATIONS",
                        "c,C,idea,wf-1,t2")
                .and("workflows.csv", "id,name,In charge", "wf-1,X,ann@x.org", "wf-2,Y,p2", "wf-3,Z,Bob Ray")
                .and("teams.csv", "id,name", "t1,Sales", "t2,Operations")
                .and("people.csv", PEOPLE)
                .read();
        assertThat(sheet(reading, "workflows.csv").columns())
                .extracting(Column::header, Column::attribute, Column::matchedBy)
                .contains(tuple("In charge", "owner_id", "its cells: 3 of 3 are ids or names in people"));
        assertThat(sheet(reading, "use_cases.csv").columns())
                .extracting(Column::header, Column::attribute, Column::matchedBy)
                .contains(tuple("Belongs to", "workflow_id", "its cells: 3 of 3 are ids or names in workflows"));
        assertThat(reading.portfolio().workflows().get(0).ownerId()).isEqualTo("p1");
    }

    @Test
    void areOnlyProposedWhereSeveralThingsFit() {
        Reading reading = Given.file(
                        "use_cases.csv",
                        "id,name,stage,Go,Who",
                        "a,A,pilot,2026-01-05,Ann Lee",
                        "b,B,idea,2026-01-06,p2",
                        "c,C,idea,2026-01-07,p2")
                .and("people.csv", PEOPLE)
                .read();
        SheetReading sheet = sheet(reading, "use_cases.csv");
        assertThat(sheet.unmapped()).containsExactly("Go", "Who");
        assertThat(sheet.proposals())
                .extracting(Proposal::header, Proposal::attribute, Proposal::why)
                .containsExactly(
                        tuple("Go", "started_on", "3 of 3 are days"),
                        tuple("Go", "validated_on", "3 of 3 are days"),
                        tuple("Go", "planned_end_on", "3 of 3 are days"),
                        tuple("Who", "pilot_owner_id", "3 of 3 are ids or names in people"),
                        tuple("Who", "outcome_owner_id", "3 of 3 are ids or names in people"),
                        tuple("Who", "sponsor_id", "3 of 3 are ids or names in people"));
    }

    @Test
    void neverGoAgainstAHeader() {
        SheetReading sheet = Given.file(
                        "use_cases.csv", "id,name,stage,Phase", "a,A,x,pilot", "b,B,y,idea", "c,C,z,in use")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.columns()).extracting(Column::header).containsExactly("id", "name", "stage");
        assertThat(sheet.proposals()).isEmpty();
    }

    @Test
    void smallNumbersReferToNothingInParticular() {
        Reading reading = Given.file("use_cases.csv", "id,name,stage,Rank", "a,A,pilot,1", "b,B,idea,2", "c,C,idea,3")
                .and("workflows.csv", "id,name", "1,X", "2,Y", "3,Z")
                .read();
        assertThat(sheet(reading, "use_cases.csv").unmapped()).containsExactly("Rank");
        assertThat(sheet(reading, "use_cases.csv").proposals()).isEmpty();
    }

    @Test
    void ofADocumentAreLeftAside() {
        SheetReading sheet = Given.json("{\"use_cases\": [{\"id\": \"a\", \"name\": \"A\", \"phase2\": \"pilot\"},"
                        + "{\"id\": \"b\", \"name\": \"B\", \"phase2\": \"idea\"},"
                        + "{\"id\": \"c\", \"name\": \"C\", \"phase2\": \"idea\"}]}")
                .sheets()
                .get(0);
        assertThat(sheet.unmapped()).containsExactly("phase2");
    }

    @Test
    void needThreeCellsThatDifferAndNineInTenThatFit() {
        assertThat(proposedOrRead("pilot", "idea")).isEmpty();
        assertThat(proposedOrRead("pilot", "pilot", "pilot", "pilot")).isEmpty();
        assertThat(proposedOrRead("pilot", "idea", "pilot", "idea", "pilot", "flying"))
                .isEmpty();
        assertThat(proposedOrRead("pilot", "idea", "pilot", "idea", "pilot", "idea", "idea", "idea", "pilot", "flying"))
                .containsExactly("its cells: 9 of 10 are known words for stage");
    }

    private static List<String> proposedOrRead(String... cells) {
        StringBuilder file = new StringBuilder("id,name,Where");
        for (int i = 0; i < cells.length; i++) {
            file.append("\n").append(i).append(",N").append(i).append(",").append(cells[i]);
        }
        SheetReading sheet =
                Given.file("use_cases.csv", file.toString()).read().sheets().get(0);
        assertThat(sheet.proposals()).isEmpty();
        return sheet.columns().stream()
                .filter(column -> column.attribute().equals("stage"))
                .map(Column::matchedBy)
                .toList();
    }
}
