package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;

/** Headers of several rows, headers that repeat, and what is made of them. */
class HeadersTest {

    private static List<String> texts(String[]... rows) {
        return Headers.of(List.of(rows), "Owner"::equals).stream()
                .map(Header::text)
                .toList();
    }

    private static String[] row(String cells) {
        return cells.split(",", -1);
    }

    @Test
    void namesAreJoinedToTheTitlesAboveThem() {
        assertThat(texts(row("ID,Cost,,Benefit,"), row(",Q1,Q2,Q1,Q2")))
                .containsExactly("ID", "Cost / Q1", "Cost / Q2", "Benefit / Q1", "Benefit / Q2");
        assertThat(texts(row(",Money,,,"), row(",Cost,,Benefit,"), row("ID,Q1,Q2,Q1,Q2")))
                .containsExactly(
                        "ID", "Money / Cost / Q1", "Money / Cost / Q2", "Money / Benefit / Q1", "Money / Benefit / Q2");
    }

    @Test
    void aTitleEndsWhereAHeaderHangsDown() {
        assertThat(texts(row("ID,Cost,,Remarks,"), row(",Q1,Q2,,Other")))
                .containsExactly("ID", "Cost / Q1", "Cost / Q2", "Remarks", "Other");
    }

    @Test
    void theLastTitleEndsBeforeAKnownHeader() {
        assertThat(texts(row(",Cost,,,"), row("ID,Q1,Q2,Owner,Other")))
                .containsExactly("ID", "Cost / Q1", "Cost / Q2", "Owner", "Other");
        assertThat(texts(row(",Lead,,Cost"), row("ID,Owner,Mail,Q1")))
                .containsExactly("ID", "Lead / Owner", "Lead / Mail", "Cost / Q1");
    }

    @Test
    void repeatedNamesAreToldApartByWhatIsToTheirLeft() {
        assertThat(texts(row("Owner,Email,Sponsor,Email,Note,Note,Email")))
                .containsExactly("Owner", "Email", "Sponsor", "Sponsor / Email", "Note", "Note (2)", "Note / Email")
                .doesNotHaveDuplicates();
    }

    @Test
    void aSentenceToTheLeftIsCut() {
        String question = "Do you have a process in place to request access to computing resources?";
        assertThat(texts(new String[] {"Please explain", question, "Please explain"}))
                .containsExactly(
                        "Please explain", question, "Do you have a process in place to reques… / Please explain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AI inventory,Q2 2026,,",
                "Department,Sales,,",
                "Exported on:,today,,",
                "Exported,,2026-06-30,",
                "AI inventory,,,",
                ",Confidential,,"
            })
    void whatStandsAboveForAllIsNoTitleOfAGroup(String above) {
        SheetReading sheet = Given.file("list.csv", above, "ID,Name,Status,Foo", "a,A,pilot,x", "b,B,idea,y")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.facts()).isEqualTo(2);
        assertThat(sheet.unmapped()).containsExactly("Foo");
        assertThat(sheet.columns()).extracting(Column::header).containsExactly("ID", "Name", "Status");
    }

    @Test
    void aHeaderThatRepeatsIsNeverLeftAsideInSilence() {
        Given given = Given.file("use_cases.csv", "id,name,stage,Owner,Owner,stage", "a,A,pilot,,Bob,in use");
        assertThat(given.read().sheets().get(0).unmapped()).containsExactly("Owner (2)", "Owner / stage");
        assertThat(given.problems())
                .contains(
                        "use_cases.csv, column \"Owner (2)\": Two columns that could be outcome_owner_id: \"Owner\" and \"Owner (2)\"."
                                + " / One column for each fact."
                                + " / Name the right one outcome_owner_id to choose; the other was left aside. / \"Owner\"",
                        "use_cases.csv, column \"Owner / stage\": Two columns that could be stage: \"stage\" and \"Owner / stage\"."
                                + " / One column for each fact."
                                + " / Name the right one stage to choose; the other was left aside. / \"stage\"");
    }

    @Test
    void aMissingHeaderIsAskedFor() {
        Given given = Given.file("use_cases.csv", "uc-1,Draft,pilot,2026-01-05", "uc-2,Score,in use,5 Feb 2026");
        assertThat(given.read().sheets().get(0).kind()).isNull();
        assertThat(given.problems())
                .containsExactly(
                        "use_cases.csv: No header: the first row is like those below it (\"uc-1\", \"2026-01-05\")."
                                + " / A row with the names of the columns above the others."
                                + " / Add it, such as id, name, stage for use cases; until then the file is left aside.",
                        "input: Nothing to advise on. / At least a file use_cases.csv with the columns id, name and stage."
                                + " / Mend the problems above, or name a file or folder that holds the inventory.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,name,stage,Q1,2025,2026-01-05", "id,name,stage,x1,x2,x3", "a1,b2,id,name,stage,x"})
    void headersMayHaveFiguresInThem(String header) {
        String row = header.startsWith("id") ? "u1,A,pilot,Q2,2024,7" : "z9,z9,u1,A,pilot,y";
        assertThat(Given.file("use_cases.csv", header, row).portfolio().useCases())
                .hasSize(1);
    }

    @Test
    void aColumnIsMatchedTogetherWithItsTitle() {
        Reading reading = Given.file(
                        "handoffs.csv", "Process,Step,,Waiting time,", ",From,To,Days,Remark", "claims,a,b,2,x")
                .read();
        assertThat(reading.sheets().get(0).columns())
                .extracting(Column::header, Column::attribute, Column::matchedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Process", "workflow_id", "synonym"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Step / From", "from_step_id", "synonym together with \"Step\" before it"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Step / To", "to_step_id", "synonym together with \"Step\" before it"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Waiting time / Days",
                                "wait_h",
                                "same name with a unit together with \"Waiting time\" before it"));
        assertThat(reading.portfolio().handoffs().get(0).waitH()).isEqualByComparingTo("16");
    }

    @Test
    void aSheetOfAWorkbookMayHaveThemToo() throws IOException {
        String cells = """
                <row r="1"><c r="A1" t="inlineStr"><is><t>ID</t></is></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>Status</t></is></c><c r="D1" t="inlineStr"><is><t>Cost</t></is></c></row>
                <row r="2"><c r="D2" t="inlineStr"><is><t>Q1</t></is></c><c r="E2" t="inlineStr"><is><t>Q2</t></is></c></row>
                <row r="3"><c r="A3"><v>7</v></c><c r="B3" t="inlineStr"><is><t>Draft</t></is></c>\
                <c r="C3" t="inlineStr"><is><t>Pilot</t></is></c><c r="D3"><v>1</v></c><c r="E3"><v>2</v></c></row>
                """;
        Given given = Given.bytes("use_cases.xlsx", WorkbookTest.workbook("", "Sheet1", cells));
        SheetReading sheet = given.read().sheets().get(0);
        assertThat(sheet.unmapped()).containsExactly("Cost / Q1", "Cost / Q2");
        assertThat(sheet.facts()).isEqualTo(1);
        assertThat(given.problems())
                .containsExactly("use_cases.xlsx, row 2: A header of 2 rows, 1 to 2. / A header of one row."
                        + " / Nothing, if the columns are named rightly; else keep the row with their names alone."
                        + " / one header, with the titles before the names: \"Cost / Q1\"");
    }
}
