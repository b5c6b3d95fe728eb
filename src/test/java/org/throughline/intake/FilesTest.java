package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Kind;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.UseCase;

/** Files, folders, ZIPs and documents, and what is none. */
class FilesTest {

    private static final String CSV = "id,name,stage\nuc-1,Größe,pilot\n";
    private static final String TABLE = " / A table as CSV: a header row, then a row for each fact. / ";

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static IntakeOptions options() {
        return IntakeOptions.of(Given.AS_OF, Given.VOCABULARY);
    }

    @Test
    void aFolderIsReadWithAllBelow(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("use_cases.csv"), CSV);
        Files.writeString(folder.resolve("more/teams.csv"), "id,name\nt,T\n");
        Files.writeString(folder.resolve("notes.md"), "# Notes");
        Reading reading = Intake.read(List.of(folder), options());
        assertThat(reading.sheets()).extracting(SheetReading::file).containsExactly("more/teams.csv", "use_cases.csv");
        assertThat(reading.problems())
                .extracting(Given::line)
                .containsExactly(
                        "notes.md: A file that is no table by its name; it was left aside."
                                + " / A name that ends in .csv, .xlsx or .json. / Nothing, if it holds no facts; else rename it.");
    }

    @Test
    void aZipIsReadWithItsFolders() throws IOException {
        Reading reading = Given.bytes(
                        "all.zip",
                        zip("facts/use_cases.csv", CSV, "facts/teams.csv", "id,name\nt,T\n", "__MACOSX/._x", "?"))
                .read();
        assertThat(reading.sheets())
                .extracting(SheetReading::file)
                .containsExactly("facts/teams.csv", "facts/use_cases.csv");
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void theEncodingIsFoundOut(String name) {
        byte[] bytes = ((name.startsWith("UTF-16") ? "\ufeff" : "") + CSV).getBytes(Charset.forName(name));
        Given given = Given.bytes("use_cases.csv", bytes);
        assertThat(given.portfolio().useCases()).extracting(UseCase::name).containsExactly("Größe");
        assertThat(given.read().sheets().get(0).encoding()).isEqualTo(name);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() {
        assertThat(Given.file("use_cases.csv", "\ufeffid,name,stage", "a,A,pilot")
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundOut(String delimiter) {
        Given given = Given.file(
                "use_cases.csv",
                "id,name,stage".replace(",", delimiter),
                "a|\"A, B; C\"|pilot".replace("|", delimiter),
                "b|B|idea".replace("|", delimiter));
        assertThat(given.portfolio().useCases()).extracting(UseCase::name).containsExactly("A, B; C", "B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use_cases.csv",
                "Use Cases.csv",
                "data/UseCases (2).csv",
                "use-cases_part1.csv",
                "AI inventory 2026.csv"
            })
    void theKindIsKnownByTheFilesName(String name) {
        SheetReading sheet =
                Given.file(name, "id,name,stage", "a,A,pilot").read().sheets().get(0);
        assertThat(sheet.kind()).isEqualTo(Kind.USE_CASE);
        assertThat(sheet.recognisedBy()).isEqualTo("its name");
    }

    @Test
    void elseByItsHeaders() {
        SheetReading sheet = Given.file("export.csv", "Workflow,From step,To step,Wait (h)", "wf,a,b,3")
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.kind()).isEqualTo(Kind.HANDOFF);
        assertThat(sheet.recognisedBy()).isEqualTo("its headers (From step, To step, Wait (h), Workflow)");
    }

    @Test
    void filesOfOneNameAreToldApartByTheirFolders(@TempDir Path folder) throws IOException {
        Path north = Files.createDirectories(folder.resolve("north")).resolve("use_cases.csv");
        Path south = Files.createDirectories(folder.resolve("south")).resolve("use_cases.csv");
        Files.writeString(north, "id,name,stage\na,A,pilot");
        Files.writeString(south, "id,name,stage\na,B,pilot");
        Reading reading = Intake.read(List.of(north, south), IntakeOptions.of(Given.AS_OF, Given.VOCABULARY));
        assertThat(reading.sheets())
                .extracting(SheetReading::file)
                .containsExactly("north/use_cases.csv", "south/use_cases.csv");
        assertThat(reading.problems().stream().map(Given::line))
                .containsExactly(
                        "south/use_cases.csv, row 2, column \"id\": An id that north/use_cases.csv, row 2 has already."
                                + " / An id that no other row has. / Give one of the rows another id, or remove it; the first one"
                                + " stays, this row is left out.");
    }

    @Test
    void anObjectWhereAValueShouldStandIsNamedWithItsPlace() {
        Reading reading =
                Given.json("{\"use_cases\": [{\"id\": \"a\", \"name\": \"A\", \"stage\": {\"is\": \"pilot\"}},"
                        + " {\"id\": {\"no\": 7}, \"name\": \"B\", \"stage\": \"idea\"}]}");
        assertThat(reading.problems().stream().map(Given::line))
                .containsExactly(
                        "request#use_cases, row 1, column \"stage\": An object where a value should stand."
                                + " / A text, a number, true, false, null, or a list of texts."
                                + " / Put the value itself there; until then it counts as unknown.",
                        "request#use_cases, row 1, column \"stage\": No stage in this row. / A stage in every row."
                                + " / Fill it in to have advice that rests on it.",
                        "request#use_cases, row 2, column \"id\": A use case without an id. / An id in every row."
                                + " / Give each an id that it keeps, so that the next reading knows it again even if its name"
                                + " changes. / team and name, such as B",
                        "request#use_cases, row 2, column \"id\": An object where a value should stand."
                                + " / A text, a number, true, false, null, or a list of texts."
                                + " / Put the value itself there; until then it counts as unknown.");
    }

    @Test
    void faultyLinesOfTheSynonymsAreProblemsOfEveryReading() {
        Vocabulary faulty = Vocabulary.parse("rules/synonyms.csv", "use_cases,stage,value,soaring,flying");
        assertThat(Given.file("use_cases.csv", "id,name,stage", "a,A,pilot")
                        .with(IntakeOptions.of(Given.AS_OF, faulty))
                        .problems())
                .containsExactly("rules/synonyms.csv, row 1: \"flying\" is no value of use_cases.stage."
                        + " / A line of file,column,kind,synonym,means. / Mend the line; it was left out.");
    }

    @Test
    void rowsAreCountedAsASpreadsheetCounts() {
        Given given = Given.file("use_cases.csv", "id,name,stage", "a,\"two\nlines\",pilot", "", "b,B,pilot");
        assertThat(given.portfolio().useCases())
                .extracting(useCase -> useCase.origin().row())
                .containsExactly(2, 4);
    }

    @Test
    void aMissingColumnIsNamedWithThoseThatAreThere() {
        assertThat(Given.file("use_cases.csv", "id,name,colour", "a,A,red").errors())
                .containsExactly(
                        "use_cases.csv, column \"stage\": No column that was recognised as stage, which use_cases cannot do without."
                                + " / A column stage. / Add the column, or name the one that holds it stage; the file has \"id\", \"name\","
                                + " \"colour\".");
    }

    @Test
    void whatIsNoTableSaysWhatItIs() {
        assertThat(Given.file("a.csv", "")
                        .and("b.csv", "<!DOCTYPE html><html></html>")
                        .andBytes("c.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})
                        .andBytes("d.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0})
                        .andBytes("e.csv", new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                        .errors())
                .containsExactly(
                        "a.csv: An empty file." + TABLE + "Export it again, with a header row and the rows below it.",
                        "b.csv: A web page, not a CSV file." + TABLE
                                + "Download the table itself; often one must sign in first.",
                        "c.csv: A picture, not a CSV file." + TABLE + "Export the table that it shows, as CSV.",
                        "d.csv: A ZIP archive under another name." + TABLE + "Rename it to end in .zip, or unpack it.",
                        "e.csv: A file that is not text, so no CSV file." + TABLE
                                + "Export the table as CSV (UTF-8) and read that.",
                        "input: Nothing to advise on. / At least a file use_cases.csv with the columns id, name"
                                + " and stage. / Mend the problems above, or name a file or folder that holds the inventory.");
    }

    @Test
    void aMissingPathIsAProblemAndNoException() {
        Reading reading = Intake.read(List.of(Path.of("no/such/file.csv")), options());
        assertThat(reading.portfolio()).isNull();
        assertThat(reading.problems())
                .extracting(Given::line)
                .contains("no/such/file.csv: No file or folder of that name. / A file or a folder that exists."
                        + " / Check the path.");
    }

    @Test
    void malformedJsonNamesThePlace() {
        Reading reading = Given.json("{\"use_cases\": [\n  {\"id\": 1,,}]}");
        assertThat(reading.portfolio()).isNull();
        assertThat(reading.problems())
                .extracting(Given::line)
                .contains("request: Invalid JSON at line 2, column 12: Unexpected character (',' (code 44)): was"
                        + " expecting double-quote to start property name."
                        + " / One JSON document, such as {\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"...\", \"stage\": \"pilot\"}]}."
                        + " / Mend the text there; nothing of the document was read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{} {}",
                "{\"use_cases\": 7}",
                "{\"use_cases\": [7]}",
                "{\"x\": []}",
                "{\"use_cases\": [{\"id\": \"a\", \"id\": \"b\"}]}",
                "{\"use_cases\": [{\"id\": {}, \"name\": [1,[2]]}]}"
            })
    void oddJsonIsAProblemAndNoException(String document) {
        assertThat(Given.json(document).problems()).isNotEmpty();
    }

    @Test
    void allOrNothingWhereTheUserAsksForIt() {
        Reading reading = Given.file("use_cases.csv", "id,name,stage", "a,A,flying")
                .with(options().withStrict(true))
                .read();
        assertThat(reading.portfolio()).isNull();
        assertThat(reading.problems()).hasSize(1);
    }
}
