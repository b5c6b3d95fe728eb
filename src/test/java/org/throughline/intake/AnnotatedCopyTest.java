package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;

/** Copies of the user's own files, with the problems beside the rows. */
class AnnotatedCopyTest {

    private static final IntakeOptions OPTIONS = IntakeOptions.of(Given.AS_OF, Given.VOCABULARY);

    @TempDir
    private Path folder;

    private byte[] annotated(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Reading reading = Intake.read(List.of(file), OPTIONS);
        List<AnnotatedCopy> copies = AnnotatedCopy.of(List.of(file), reading.problems(), Problem::found, OPTIONS);
        assertThat(copies).extracting(AnnotatedCopy::name).containsExactly(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copies.get(0).write(out);
        return out.toByteArray();
    }

    private String annotated(String... lines) throws IOException {
        byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new String(annotated("use_cases.csv", content), StandardCharsets.UTF_8);
    }

    @Test
    void saysBesideEachRowWhatIsWrongWithIt() throws IOException {
        assertThat(annotated("id;name;stage", "a;A;flying", "b;B;idea", "b;C;soaring"))
                .isEqualTo("""
                        \uFEFFid;name;stage;Problems (Throughline)
                        a;A;flying;Not a known stage.
                        b;B;idea;
                        b;C;soaring;An id that row 3 has already. | Not a known stage.
                        """.replace("\n", "\r\n"));
    }

    @Test
    void leavesTitlesBlankRowsNotesAndLongRowsWhereTheyAre() throws IOException {
        assertThat(annotated(
                        "Our =list",
                        "",
                        "id,name,stage,team_id",
                        "",
                        "a,A,pilot,x,more",
                        ",,,",
                        "b,B",
                        "c,C,idea,",
                        "",
                        "A note"))
                .isEqualTo("""
                        \uFEFFOur =list,,,,
                        ""
                        id,name,stage,team_id,Problems (Throughline)
                        ""
                        a,A,pilot,x,"row 3: The header in this row; what stands above it was taken for a title or notes. | The row has 5 cells, 1 more than the header.",more
                        ,,,
                        b,B,,,A row with fewer cells than the header. | No stage in this row.
                        c,C,idea,,
                        ""
                        A note,,,,A single text below a blank row; it was taken for a note and left aside.
                        """.replace("\n", "\r\n"));
    }

    @Test
    void disarmsWhatASpreadsheetWouldRun() throws IOException {
        String copy = annotated(
                "id,name,stage,baseline", "=1+1,+Sales,pilot,-5", "'=x,\"\uFF1Dy\",idea,-", "c,'quoted',idea,+3");
        assertThat(copy)
                .contains(
                        "\r\n\"'=1+1\",\"'+Sales\",pilot,-5,",
                        "\r\n\"''=x\",\"'\uFF1Dy\",idea,-,",
                        "\r\nc,\"'quoted'\",idea,+3,");
        assertThat(Given.file("use_cases.csv", copy).portfolio().useCases())
                .extracting(useCase -> useCase.id() + " " + useCase.name())
                .containsExactly("=1+1 +Sales", "'=x \uFF1Dy", "c 'quoted'");
    }

    @Test
    void saysNoMoreThanACellHolds() throws IOException {
        Path file = Files.writeString(folder.resolve("use_cases.csv"), "id,name,stage\na,A,flying");
        Reading reading = Intake.read(List.of(file), OPTIONS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnnotatedCopy.of(List.of(file), reading.problems(), problem -> "x".repeat(40_000), OPTIONS)
                .get(0)
                .write(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("a,A,flying," + "x".repeat(32_000) + "… and more: check without --annotate shows all\r\n");
    }

    @Test
    void ofACopyIsThatCopy() throws IOException {
        String once = annotated("ID,Cost,,name,stage", ",Q1,Q2,,", "a,1,2,=A,flying", "b,1,2,B,idea", "a,1,2,C,idea");
        assertThat(new String(
                        annotated("use_cases.csv", once.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(once)
                .contains("\r\n,Q1,Q2,,,Problems (Throughline)\r\na,1,2,\"'=A\",flying,");
    }

    @Test
    void saysWhatIsWrongWithAFileWithoutRows() throws IOException {
        assertThat(annotated("id,name")).isEqualTo("""
                        \uFEFFid,name,Problems (Throughline)
                        ,,"No column that was recognised as stage, which use_cases cannot do without."
                        """.replace("\n", "\r\n"));
    }

    /** Whatever a file is like, its annotated copy is read as the file itself is. */
    @TestFactory
    Stream<DynamicTest> nastyFilesAreTheSameFactsWithIt() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/intake/nasty"))) {
            List<Path> all = files.sorted().toList();
            return all.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> staysTheSame(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fed2023.csv", "fed2025.csv"})
    void aFederalInventoryIsTheSameFactsWithIt(String name) throws IOException {
        Path file = Path.of("../shared/data").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not here: the real inventories are not part of the project");
        staysTheSame(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTableIsTheSameFactsWithIt(long seed) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("any.csv");
        for (int i = 0; i < 40; i++) {
            staysTheSame(Files.writeString(file, table(random)));
        }
    }

    private static final List<String> CELLS = List.of(
            "=1+1",
            "+x",
            "-5",
            "-",
            "@a",
            "'",
            "''",
            "'=x",
            "''=x",
            "'a'",
            " =b",
            "\t=c",
            "\r\nd",
            "\uFF1De",
            "a,b;c",
            "say \"x\"",
            "\"",
            "pilot",
            "idea",
            "2026-01-05",
            "n/a",
            "",
            "",
            "text of some words",
            "a | b",
            "1;2",
            "\\",
            "x\\",
            "0");

    private static String table(Random random) {
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        int columns = 2 + random.nextInt(5);
        StringBuilder table = new StringBuilder(random.nextInt(3) == 0 ? "A title of five words\n\n" : "");
        List<String> header = List.of("id", "name", "stage", "team_id", "baseline", "Notes", "More");
        table.append(String.join(String.valueOf(delimiter), header.subList(0, columns)))
                .append('\n');
        for (int row = random.nextInt(8); row >= 0; row--) {
            for (int column = 0; column < columns + (random.nextInt(9) == 0 ? 1 : 0); column++) {
                String cell = column == 0 ? "u" + row : CELLS.get(random.nextInt(CELLS.size()));
                table.append(column == 0 ? "" : delimiter)
                        .append('"')
                        .append(cell.replace("\"", "\"\""))
                        .append('"');
            }
            table.append(random.nextInt(9) == 0 ? "\n\n" : "\n");
        }
        return table.toString();
    }

    private void staysTheSame(Path nasty) throws IOException {
        Path file = Files.copy(nasty, folder.resolve("use_cases.csv"), StandardCopyOption.REPLACE_EXISTING);
        Reading reading = Intake.read(List.of(file), OPTIONS);
        for (AnnotatedCopy copy : AnnotatedCopy.of(List.of(file), reading.problems(), Problem::found, OPTIONS)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copy.write(out);
            Reading again = Intake.readUploads(List.of(Upload.of(copy.name(), out.toByteArray())), OPTIONS);
            assertThat(digest(again)).isEqualTo(digest(reading));
            assertThat(again.sheets())
                    .extracting(SheetReading::unmapped)
                    .isEqualTo(reading.sheets().stream()
                            .map(SheetReading::unmapped)
                            .toList());
        }
    }

    private static String digest(Reading reading) {
        return reading.portfolio() == null ? "none" : reading.portfolio().digest();
    }

    @Test
    void aWorkbookKeepsAllElseByteForByte() throws IOException {
        byte[] book =
                WorkbookTest.workbook("", "Use Cases", SHEET, "Notes", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        byte[] copy = annotated("plan.xlsx", book);
        Map<String, String> before = parts(book);
        Map<String, String> after = parts(copy);
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        String sheet = String.valueOf(after.remove("xl/worksheets/sheet1.xml"));
        String notes = "xl/worksheets/sheet2.xml";
        before.keySet().removeIf(part -> part.equals("xl/worksheets/sheet1.xml") || part.equals(notes));
        after.remove(notes);
        assertThat(after).isEqualTo(before);
        assertThat(sheet)
                .contains("<dimension ref=\"A1:D4\"")
                .contains("<c r=\"A4\" s=\"1\"><f>1+1</f><v>2</v></c>")
                .contains(
                        "<c r=\"D3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Problems (Throughline)</t></is></c></row>")
                .contains(
                        "<c r=\"D4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Not a known stage.</t></is></c></row>");
    }

    private static final String SHEET = """
            <row r="3" spans="1:3"><c r="A3" t="inlineStr"><is><t>ID</t></is></c><c r="B3" t="inlineStr"><is><t>Name</t></is></c>\
            <c r="C3" t="inlineStr"><is><t>Status</t></is></c></row>
            <row r="4" spans="1:3"><c r="A4" s="1"><f>1+1</f><v>2</v></c><c r="B4" t="inlineStr"><is><t>A</t></is></c>\
            <c r="C4" t="inlineStr"><is><t>flying</t></is></c></row>
            """;

    @Test
    void aWorkbookIsTheSameFactsWithIt() throws IOException {
        byte[] book = WorkbookTest.workbook("", "Use Cases", SHEET);
        byte[] copy = annotated("plan.xlsx", book);
        Reading first = Given.bytes("plan.xlsx", book).read();
        Reading again = Given.bytes("plan.xlsx", copy).read();
        assertThat(digest(again)).isEqualTo(digest(first));
        assertThat(again.problems()).isEqualTo(first.problems());
        assertThat(parts(annotated("plan.xlsx", copy))).isEqualTo(parts(copy));
    }

    private static Map<String, String> parts(byte[] book) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void whatCouldNotBeReadHasNoCopy() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.xlsx"), "PK\3\4 [Content_Types].xml and nothing else");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path picture =
                Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Path document = Files.writeString(folder.resolve("portfolio.json"), "{}");
        assertThat(AnnotatedCopy.of(List.of(damaged, empty, picture, document), List.of(), Problem::found, OPTIONS))
                .isEmpty();
    }

    @Test
    void columnsOfASheetHaveLetters() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702))
                .extracting(AnnotatedSheet::letters)
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }
}
