package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.cli.Ran.throughline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testkit.Inventory;

/** What {@code check} writes besides its report. */
class CheckTest {

    @TempDir
    private Path folder;

    private Path out;
    private Inventory inventory;

    @BeforeEach
    void twoFiles() throws IOException {
        out = folder.resolve("out");
        inventory = Inventory.in(Files.createDirectories(folder.resolve("in")))
                .with("use_cases.csv", "ID;Use case;Phase", "a;=A;flying", "b;B;idea")
                .with("teams.csv", "id,name", "t,Sales");
    }

    @Test
    void savesTheMappingAndReadsByIt() throws IOException {
        Path saved = folder.resolve("ours.yaml");
        Ran first = throughline("check", inventory, "--save-mapping", saved);
        assertThat(first.exitCode()).isZero();
        assertThat(Files.readString(saved))
                .contains("  # synonym; 1 read; 1 not read (\"flying\")\n  stage: \"Phase\"\n");

        assertThat(throughline("check", inventory, "--mapping", saved).out())
                .contains(
                        "recognised by the mapping ours (use_cases.csv)", "recognised by the mapping ours (teams.csv)");
    }

    @Test
    void writesAnnotatedCopiesIntoAFolder() throws IOException {
        Ran ran = throughline("check", inventory, "--annotate", out);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err())
                .isEqualTo("annotated copy: " + out.resolve("teams.csv") + "\nannotated copy: "
                        + out.resolve("use_cases.csv") + "\n");
        assertThat(Files.readString(out.resolve("use_cases.csv"))).isEqualTo("""
                        \uFEFFID;Use case;Phase;Problems (Throughline)
                        a;"'=A";flying;"error, ""Phase"": found ""flying"" (not a known stage), expected one of idea, pilot, \
                        validated, in_use, standard, stopped, retired, or a usual word for one of them; write one of these words, \
                        or add yours to rules/synonyms.csv or to the values of a mapping; until then the stage of this row is unknown"
                        b;B;idea;
                        """.replace("\n", "\r\n"));
    }

    @Test
    void writesTheCopyOfOneFileWhereItIsTold() {
        Path copy = folder.resolve("mended.csv");
        assertThat(throughline("check", inventory.folder().resolve("use_cases.csv"), "--annotate", copy)
                        .exitCode())
                .isZero();
        assertThat(copy).exists();
    }

    @Test
    void neverReplacesWhatItReads() throws IOException {
        String before = Files.readString(inventory.folder().resolve("use_cases.csv"));
        Ran ran = throughline("check", inventory, "--annotate", inventory);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("--annotate would replace your own file "
                        + inventory.folder().resolve("teams.csv") + ": name another place.\n");
        assertThat(inventory.folder().resolve("use_cases.csv")).hasContent(before);
    }

    @Test
    void asksForAFolderForSeveralFiles() {
        Path file = folder.resolve("mended.csv");
        Ran ran = throughline("check", inventory, "--annotate", file);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("--annotate " + file + " names a file, but there are 2 files to copy: name a folder.\n");
    }

    @Test
    void saysWhereThereIsNothingToCopy() throws IOException {
        Path document =
                Files.writeString(folder.resolve("portfolio.json"), "{\"teams\": [{\"id\": \"t\", \"name\": \"T\"}]}");
        Ran ran = throughline("check", document, "--annotate", folder.resolve("mended.csv"));
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEqualTo("no annotated copy: there is no CSV file or workbook that could be read\n");
    }

    @Test
    void callsACopyWhatItIs() {
        Path file = folder.resolve("mended.xlsx");
        Ran ran = throughline("check", inventory.folder().resolve("teams.csv"), "--annotate", file);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("The copy of teams.csv is CSV: name a file that ends in .csv.\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void saysWhereNothingCanBeWritten() {
        Path nowhere = folder.resolve("no").resolve("such").resolve("ours.yaml");
        Ran ran = throughline("check", inventory, "--save-mapping", nowhere);
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualTo("A file could not be read or written: " + nowhere + ": there is no such folder\n");
    }
}
