package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.facts.Problem;

/** What cells of a workbook say to the rules, and where in it something is wrong. */
class WorkbookTablesTest {

    private static final int A_NUMBER = 987_654;

    @TempDir
    private Path rules;

    @ParameterizedTest
    @CsvSource({"effort, kind", "tiers, severity", "thresholds, name", "health, diagnostic"})
    void aShippedTableSaysTheSameAsAWorkbook(String table, String column) throws IOException {
        String csv = Files.readString(Path.of("rules", table + ".csv"));
        List<Map<String, String>> rows = Tables.rows(table, csv, List.of(column));
        workbook(table, sheet -> {
            List<String> header = new ArrayList<>(
                    List.of(csv.lines().findFirst().orElseThrow().split(",")));
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
                for (int row = 0; row < rows.size(); row++) {
                    cell(sheet, row + 1, i, rows.get(row).getOrDefault(header.get(i), ""));
                }
            }
        });

        String read = RuleFiles.read(rules).text(table + ".csv");

        assertThat(Tables.rows(table, String.valueOf(read), List.of(column))).containsExactlyElementsOf(rows);
    }

    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.matches("\\d+(\\.\\d+)?")) {
            sheet.value(row, column, new java.math.BigDecimal(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    @Test
    void aCellThatShowsTenPercentIsTen() throws IOException {
        workbook("thresholds", sheet -> {
            header(sheet);
            limit(sheet, 0.1);
            sheet.style(1, 1).format("0%").set();
        });

        List<?> read = Thresholds.parse("thresholds.csv", RuleFiles.read(rules).text("thresholds.csv"));

        assertThat(read).singleElement().hasToString("Threshold[name=a-share, value=10, unit=%, reason=Because.]");
    }

    @Test
    void aFormulaThatFailedIsToldWithItsCell() throws IOException {
        workbook("thresholds", sheet -> {
            header(sheet);
            limit(sheet, A_NUMBER);
        });
        failed(rules.resolve("thresholds.xlsx"));

        RuleBookException faulty = catchThrowableOfType(RuleBookException.class, () -> RuleFiles.read(rules));

        assertThat(faulty.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("thresholds.xlsx");
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.found()).isEqualTo("cell B2 of the sheet \"Limits\" holds #DIV/0!");
            assertThat(problem.fix()).isEqualTo("Mend the formula, or write the value itself.");
        });
    }

    @ParameterizedTest
    @CsvSource({"0, A7", "25, Z7", "26, AA7", "51, AZ7", "52, BA7", "701, ZZ7", "702, AAA7"})
    void aColumnIsCalledAsInTheSpreadsheet(int column, String cell) throws IOException {
        workbook("wide", sheet -> {
            for (int i = 0; i <= column; i++) {
                sheet.value(0, i, "column " + i);
            }
        });
        Problem problem = new Problem(
                Problem.Severity.ERROR, "wide.csv", 7, "column " + column, null, "It is wrong.", "", "Mend it.", null);

        assertThat(RuleFiles.read(rules).placed(problem))
                .extracting(Problem::file, Problem::found)
                .containsExactly("wide.xlsx", "Sheet \"Limits\", cell " + cell + ": It is wrong.");
    }

    /** It hides the line that says what separates the cells. */
    @ParameterizedTest
    @CsvSource({"''", "'sep=;\n'"})
    void rowsAreCountedAsTheSpreadsheetCountsThem(String first) throws IOException {
        String lines = first.replace("\\n", "\n") + "name;value;unit;reason\na-share;many;%;Because.\n";
        Files.writeString(rules.resolve("thresholds.csv"), lines);
        RuleFiles files = RuleFiles.read(rules);

        RuleBookException faulty = catchThrowableOfType(
                RuleBookException.class, () -> Thresholds.parse("thresholds.csv", files.text("thresholds.csv")));

        assertThat(faulty.problems()).extracting(Problem::row).containsExactly(2);
    }

    private static void header(Worksheet sheet) {
        List<String> columns = List.of("name", "value", "unit", "reason");
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i));
        }
    }

    private static void limit(Worksheet sheet, double value) {
        sheet.value(1, 0, "a-share");
        sheet.value(1, 1, value);
        sheet.value(1, 2, "%");
        sheet.value(1, 3, "Because.");
    }

    private void workbook(String table, Consumer<Worksheet> cells) throws IOException {
        try (OutputStream out = Files.newOutputStream(rules.resolve(table + ".xlsx"));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            cells.accept(workbook.newWorksheet("Limits"));
        }
    }

    /** What a spreadsheet saves where a formula failed, in place of the number. */
    private static void failed(Path workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.replaceAll(
                                "<c r=\"B2\"[^>]*>\\s*<v>" + A_NUMBER + "(\\.0)?</v>",
                                "<c r=\"B2\" t=\"e\"><v>#DIV/0!</v>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(workbook, bytes.toByteArray());
    }
}
