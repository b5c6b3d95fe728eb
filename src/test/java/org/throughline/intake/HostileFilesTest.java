package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.Throughline;

/**
 * Large and wrong files, all of them through {@code check} in one process of 256 MB: each is named with its row. That it is quick is for the
 * benchmark to say ({@code -Dbench=csv}).
 */
class HostileFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areNamedIn256MegabytesOfHeap() throws IOException, InterruptedException {
        write("use_cases-quote.csv", unclosedQuote());
        write("use_cases-wide.csv", wide());
        write("use_cases-long.csv", "id,name,stage\nlong-1," + "x".repeat(300_000) + ",pilot\n");
        Files.write(folder.resolve("use_cases-picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        write("use_cases-page.csv", "<!doctype html>\n<html><body>Please sign in</body></html>\n");
        Files.write(folder.resolve("use_cases-book.csv"), WorkbookTest.workbook("", "Sheet1", WorkbookTest.CELLS));
        Files.write(
                folder.resolve("use_cases-bomb.csv.gz"),
                WorkbookTest.gzip("id,name,stage\n".repeat(4 << 20).getBytes(StandardCharsets.UTF_8)));
        assertThat(check())
                .contains(
                        "use_cases-quote.csv, row 60001 found A quotation mark that opens in this row and never closes."
                                + " expected Quotation marks in pairs. read as a character of its cell"
                                + " fix Close it or remove it, if the row was read wrongly.")
                .contains("108,000 facts of 108,000 rows")
                .contains("use_cases-wide.csv, row 1 found 10000 columns. expected At most 5000 columns (setting"
                        + " throughline.limit.columns).")
                .contains(
                        "use_cases-long.csv, row 2, column \"name\" found A cell of 300000 characters. expected At most 100000"
                                + " characters (setting throughline.limit.cellCharacters).")
                .contains("use_cases-picture.csv found A picture, not a CSV file.")
                .contains("use_cases-page.csv found A web page, not a CSV file.")
                .contains("use_cases-book.csv: use cases")
                .contains(
                        "use_cases-bomb.csv.gz found A packed file that grows more than 200 times: a ZIP bomb, or very empty."
                                + " expected At most 200 times its packed size (setting throughline.limit.expansion).");
    }

    /** 10 MB, and the quotation mark in row 60,001 never closes. */
    private static String unclosedQuote() {
        return IntStream.range(1, 108_001)
                .mapToObj(i -> "uc-" + i + (i == 60_000 ? ",\"Use case " : ",Use case ") + i
                        + ",pilot,team-7,2025-03-01,drafts answers to customers and files them with great care\n")
                .collect(Collectors.joining("", "id,name,stage,team_id,started_on,description\n", ""));
    }

    private static String wide() {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "column " + i).collect(Collectors.joining(","));
        String row = Stream.generate(() -> "value").limit(10_000).collect(Collectors.joining(","));
        return header + "\n" + (row + "\n").repeat(30);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** What {@code check} says of the folder, as one line. */
    private String check() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Throughline.class.getName(),
                "check",
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.replaceAll("\\s+", " ");
    }
}
