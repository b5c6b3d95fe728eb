package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.UseCase;

/** Excel workbooks and packed files. */
class WorkbookTest {

    static final String CELLS = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Inventory</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>ID</t></is></c><c r="B3" t="inlineStr"><is><t>Name</t></is></c>\
            <c r="C3" t="inlineStr"><is><t>Status</t></is></c><c r="D3" t="inlineStr"><is><t>Start</t></is></c></row>
            <row r="4"><c r="A4"><v>7</v></c><c r="B4" t="inlineStr"><is><t>Draft</t></is></c>\
            <c r="C4" t="inlineStr"><is><t>Pilot</t></is></c><c r="D4" s="1"><v>46054</v></c></row>
            """;

    static byte[] workbook(String prolog, String... sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder();
            StringBuilder list = new StringBuilder();
            StringBuilder links = new StringBuilder();
            for (int i = 0; i < sheets.length; i += 2) {
                int n = i / 2 + 1;
                types.append(
                        "<Override PartName=\"/xl/worksheets/sheet" + n
                                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                list.append("<sheet name=\"" + sheets[i] + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>");
                links.append("<Relationship Id=\"rId" + n
                        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet"
                        + n + ".xml\"/>");
            }
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                            + types + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + list + "</sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + links
                            + "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (int i = 0; i < sheets.length; i += 2) {
                put(
                        zip,
                        "xl/worksheets/sheet" + (i / 2 + 1) + ".xml",
                        prolog
                                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:C4\"/><sheetData>"
                                + sheets[i + 1]
                                + "</sheetData></worksheet>");
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void eachSheetIsAFile() throws IOException {
        Reading reading = Given.bytes(
                        "plan.xlsx",
                        workbook(
                                "",
                                "Use Cases",
                                CELLS,
                                "Empty",
                                "",
                                "Teams",
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"))
                .read();
        assertThat(reading.sheets())
                .extracting(SheetReading::file)
                .containsExactly("plan.xlsx/Use Cases", "plan.xlsx/Teams");
        UseCase useCase = reading.portfolio().useCases().get(0);
        assertThat(useCase.id()).isEqualTo("7");
        assertThat(useCase.startedOn()).hasToString("2026-02-01");
        assertThat(useCase.origin().row()).isEqualTo(4);
    }

    @Test
    void theOnlySheetIsTheFile() throws IOException {
        assertThat(Given.bytes("use_cases.xlsx", workbook("", "Sheet1", CELLS))
                        .read()
                        .sheets())
                .extracting(SheetReading::file, sheet -> sheet.kind().table())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("use_cases.xlsx", "use_cases"));
    }

    @Test
    void aWorkbookUnderAnotherNameIsReadAllTheSame() throws IOException {
        assertThat(Given.bytes("use_cases.csv", workbook("", "Sheet1", CELLS))
                        .portfolio()
                        .useCases())
                .hasSize(1);
    }

    @Test
    void anExternalEntityIsNotRead() throws IOException {
        String prolog = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String cells = CELLS.replace("Draft", "&e;");
        Reading reading =
                Given.bytes("use_cases.xlsx", workbook(prolog, "Sheet1", cells)).read();
        assertThat(reading.portfolio() == null
                        || reading.portfolio().useCases().get(0).name() == null)
                .isTrue();
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        Reading reading = Given.bytes(
                        "use_cases.csv.gz", gzip("id,name,stage\na,A,pilot\n".getBytes(StandardCharsets.UTF_8)))
                .read();
        assertThat(reading.portfolio().useCases()).hasSize(1);
        assertThat(reading.sheets()).extracting(SheetReading::file).containsExactly("use_cases.csv");
    }

    @Test
    void aBombNamesTheLimit() throws IOException {
        assertThat(Given.bytes(
                                "use_cases.csv.gz",
                                gzip("id,name,stage\n".repeat(4 << 20).getBytes(StandardCharsets.UTF_8)))
                        .errors())
                .contains("use_cases.csv.gz: A packed file that grows more than 200 times: a ZIP bomb, or very empty."
                        + " / At most 200 times its packed size (setting throughline.limit.expansion)."
                        + " / Read a smaller file, or raise the setting; this one was left aside.");
    }

    @Test
    void aDamagedWorkbookIsAProblem() {
        byte[] bytes = "PK\3\4 [Content_Types].xml and nothing else".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Given.bytes("use_cases.xlsx", bytes).errors())
                .contains("use_cases.xlsx: A workbook that cannot be read."
                        + " / An Excel workbook (.xlsx) as spreadsheet programs write it."
                        + " / Open it in a spreadsheet program and save it again, or save its sheets as CSV.");
    }

    /** Programs that write workbooks by hand leave out styles, and the places of cells. */
    @Test
    void aWorkbookNeedsNoStyles() throws IOException {
        String cells = CELLS.replaceAll(" [rs]=\"\\w+\"", "");
        byte[] bytes = workbook("", "Sheet1", cells);
        Reading reading =
                Given.bytes("use_cases.xlsx", without("styles.xml", bytes)).read();
        assertThat(reading.portfolio().useCases()).extracting(UseCase::id).containsExactly("7");
    }

    private static byte[] without(String part, byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (!entry.getName().endsWith(part)) {
                    put(out, entry.getName(), text.replaceAll("<[^<>]*/" + part + "[^<>]*>", ""));
                }
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void theLimitsHoldForSheetsToo() throws IOException {
        IntakeOptions options = IntakeOptions.of(Given.AS_OF, Given.VOCABULARY)
                .withLimits(new Limits(1 << 20, 1, 3, 4, 1 << 20, 10, 200));
        String row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c>"
                + "<c r=\"B2\" t=\"inlineStr\"><is><t>Alpha</t></is></c>"
                + "<c r=\"C2\" t=\"inlineStr\"><is><t>idea</t></is></c></row>";
        String header = row.replace("A2", "A1")
                .replace(">a<", ">id<")
                .replace("Alpha", "name")
                .replace("idea", "stage");
        Reading reading = Given.bytes(
                        "use_cases.xlsx",
                        workbook("", "Sheet1", header.replace("\"2\"", "\"1\"") + row + row.replace("2\"", "3\"")))
                .with(options)
                .read();
        assertThat(reading.problems())
                .extracting(Given::line)
                .containsExactly(
                        "use_cases.xlsx, row 2, column \"name\": A cell of 5 characters. / At most 4 characters (setting"
                                + " throughline.limit.cellCharacters). / Shorten it, or raise the setting; what comes after was left"
                                + " aside.",
                        "use_cases.xlsx, row 3: More than 1 rows. / At most 1 rows (setting throughline.limit.rows). / Split the"
                                + " table, or raise the setting; the rows from here on were left aside.");
    }
}
