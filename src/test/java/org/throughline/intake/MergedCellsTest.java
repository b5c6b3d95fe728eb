package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Reading;
import org.throughline.facts.UseCase;

/** Cells that were merged in a workbook: one text beside several rows. */
class MergedCellsTest {

    private static final String HEADER = row(1, "ID", "Name", "Stage", "Team");

    /** Blank texts are cells that the file does not have. */
    private static String row(int row, String... texts) {
        StringJoiner cells = new StringJoiner("", "<row r=\"" + row + "\">", "</row>");
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].isEmpty()) {
                cells.add(
                        "<c r=\"" + (char) ('A' + i) + row + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>");
            }
        }
        return cells.toString();
    }

    private static Reading read(String cells, String... merged) throws IOException {
        StringJoiner ranges = new StringJoiner("", "</sheetData><mergeCells>", "</mergeCells><sheetData>");
        for (String range : merged) {
            ranges.add("<mergeCell ref=\"" + range + "\"/>");
        }
        return Given.bytes("use_cases.xlsx", WorkbookTest.workbook("", "Sheet1", HEADER + cells + ranges))
                .read();
    }

    private static final String THREE =
            row(2, "a", "Alpha", "pilot", "Sales") + row(3, "b", "Beta", "pilot") + row(4, "c", "Gamma", "idea");

    @Test
    void aTextStandsInEachRowThatItIsMergedInto() throws IOException {
        Reading reading = read(THREE, "D2:D3");
        assertThat(reading.portfolio().useCases()).extracting(UseCase::teamId).containsExactly("Sales", "Sales", null);
        assertThat(reading.problems())
                .extracting(Given::line)
                .contains(
                        "use_cases.xlsx, row 2, column \"Team\": Cells merged downwards, D2:D3. / The text in each row"
                                + " that it belongs to. / Nothing, if each of their rows means it; else split the cells"
                                + " and fill in what is right. / the same text in each row beside them");
    }

    @Test
    void rangesAreCountedInOneMessage() throws IOException {
        String cells = THREE + row(5, "d", "Delta", "idea", "Claims") + row(6, "e", "Epsilon", "idea");
        Reading reading = read(cells, "D2:D4", "D5:D6");
        assertThat(reading.portfolio().useCases())
                .extracting(UseCase::teamId)
                .containsExactly("Sales", "Sales", "Sales", "Claims", "Claims");
        assertThat(reading.problems())
                .filteredOn(problem -> problem.found().contains("merged"))
                .extracting(Given::line)
                .containsExactly(
                        "use_cases.xlsx, row 2, column \"Team\": Cells merged downwards, D2:D4 and 1 more. / The text"
                                + " in each row that it belongs to. / Nothing, if each of their rows means it; else split"
                                + " the cells and fill in what is right. / the same text in each row beside them");
    }

    @Test
    void whatStandsInACellIsKept() throws IOException {
        String cells = THREE.replace(
                "idea</t></is></c>", "idea</t></is></c><c r=\"D4\" t=\"inlineStr\"><is><t>Claims</t></is></c>");
        assertThat(read(cells, "D2:D4").portfolio().useCases())
                .extracting(UseCase::teamId)
                .containsExactly("Sales", "Sales", "Claims");
    }

    @Test
    void aRowWithNothingElseIsNoRow() throws IOException {
        Reading reading = read(row(2, "a", "Alpha", "pilot", "Sales") + row(3, "", "", "", ""), "D2:D3");
        assertThat(reading.portfolio().useCases()).extracting(UseCase::id).containsExactly("a");
        assertThat(reading.problems()).noneMatch(problem -> Integer.valueOf(3).equals(problem.row()));
    }

    @Test
    void titlesMergedSidewaysAreTheHeadersMatter() throws IOException {
        Reading reading = read(THREE, "A1:B1");
        assertThat(reading.portfolio().useCases()).hasSize(3);
        assertThat(reading.problems()).noneMatch(problem -> problem.found().contains("merged"));
    }
}
