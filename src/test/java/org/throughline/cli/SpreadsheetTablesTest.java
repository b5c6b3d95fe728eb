package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables beside the rules can be edited in a spreadsheet, and saved as it likes. */
class SpreadsheetTablesTest {

    @TempDir
    private Path rules;

    @BeforeEach
    void copyRules() throws IOException {
        Path shipped = Path.of("rules");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = rules.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void aWorkbookTakesThePlaceOfATable() throws IOException {
        workbook("thresholds.xlsx", thresholds(), -1, null);
        Files.delete(rules.resolve("thresholds.csv"));

        assertThat(check().out()).startsWith("Nothing wrong in ");
    }

    @Test
    void bothOfATableAreOneTooMany() throws IOException {
        workbook("thresholds.xlsx", thresholds(), -1, null);

        assertThat(check().out() + check().err())
                .containsIgnoringWhitespaces("""
                    thresholds.xlsx
                    found there is thresholds.csv as well, and nobody can tell which of them counts
                    """)
                .contains("Delete or move away the older of the two.");
    }

    @Test
    void aCellOfAWorkbookIsNamed() throws IOException {
        workbook("thresholds.xlsx", thresholds(), 6, "half a year");
        Files.delete(rules.resolve("thresholds.csv"));

        Ran ran = check();

        assertThat(ran.out())
                .containsIgnoringWhitespaces(
                        "error: thresholds.xlsx, line 7",
                        "found Sheet \"Limits\", cell B7: It is not a number. (expected: A number such as 30 or 0.5.)",
                        "fix Write the number alone");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void ownThresholdsMayBeAWorkbook() throws IOException {
        workbook("own.xlsx", List.of(List.of("name", "value"), List.of("undecided-proof-days", "70")), -1, null);
        Path own = rules.resolve("own.xlsx");

        Ran ran = throughline("rules", "show", "A1", "--thresholds", own);

        assertThat(ran.out()).contains("undecided-proof-days = 70 days");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        Files.writeString(rules.resolve("effort.xlsx"), "no workbook");
        Files.delete(rules.resolve("effort.csv"));

        assertThat(check().out() + check().err())
                .containsIgnoringWhitespaces("effort.xlsx", "it is no workbook that can be read", "or as CSV.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"semicolons", "tabs", "crlf", "mark", "windows-1252", "utf-16", "empty columns", "quoted", "sep"
            })
    void aTableMayBeSavedAsSpreadsheetsDo(String how) throws IOException {
        Path table = rules.resolve("thresholds.csv");
        Files.write(table, saved(how));

        assertThat(check().out()).as(how).startsWith("Nothing wrong in ");
    }

    @Test
    void aDecimalCommaIsReadWhereCellsAreNotSeparatedByCommas() throws IOException {
        Path own = rules.resolve("own.csv");
        Files.writeString(own, "name;value\nlong-wait-share;12,5\n");

        assertThat(throughline("rules", "show", "B1", "--thresholds", own).out())
                .contains("long-wait-share = 12.5%");
    }

    private byte[] saved(String how) {
        List<List<String>> rows = thresholds();
        return switch (how) {
            case "semicolons" -> csv(rows, ";", "\n").getBytes(StandardCharsets.UTF_8);
            case "tabs" -> csv(rows, "\t", "\n").getBytes(StandardCharsets.UTF_8);
            case "crlf" -> csv(rows, ",", "\r\n").getBytes(StandardCharsets.UTF_8);
            case "mark" -> ("\uFEFF" + csv(rows, ",", "\n")).getBytes(StandardCharsets.UTF_8);
            case "windows-1252" ->
                csv(rows, ";", "\r\n").replace("worth", "w\u00f6rth").getBytes(Charset.forName("windows-1252"));
            case "utf-16" -> ("\uFEFF" + csv(rows, "\t", "\r\n")).getBytes(StandardCharsets.UTF_16LE);
            case "empty columns" -> csv(rows, ",", "\n").replace("\n", ",,\n").getBytes(StandardCharsets.UTF_8);
            case "sep" -> ("sep=;\r\n" + csv(rows, ";", "\r\n")).getBytes(StandardCharsets.UTF_8);
            default -> csv(rows, ",", "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String csv(List<List<String>> rows, String separator, String end) {
        StringBuilder csv = new StringBuilder();
        rows.forEach(row -> csv.append(row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .reduce((a, b) -> a + separator + b)
                        .orElseThrow())
                .append(end));
        return csv.toString();
    }

    /** Of the shipped rules: no cell of them has a quote in it. */
    private static List<List<String>> thresholds() {
        try {
            return Files.readAllLines(Path.of("rules/thresholds.csv")).stream()
                    .map(line -> line.contains("\"")
                            ? Stream.concat(
                                            Stream.of(line.substring(0, line.indexOf(",\""))
                                                    .split(",", -1)),
                                            Stream.of(line.substring(line.indexOf('"') + 1, line.length() - 1)))
                                    .toList()
                            : List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** @param wrong the row, from 0, whose value is to be another; or -1 */
    private void workbook(String file, List<List<String>> rows, int wrong, String value) throws IOException {
        try (OutputStream out = Files.newOutputStream(rules.resolve(file));
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Limits");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    String text = rows.get(row).get(column);
                    if (row == wrong && column == 1) {
                        sheet.value(row, column, value);
                    } else if (row > 0 && column == 1) {
                        sheet.value(row, column, new BigDecimal(text));
                    } else {
                        sheet.value(row, column, text);
                    }
                }
            }
        }
    }

    private Ran check() {
        return throughline("rules", "check", rules);
    }
}
