package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testkit.Multipart;
import org.throughline.testkit.RunningApp;

/** Point 6: the advice as files. */
class TakeAwayTest {

    private static final String HOSTILE = "=cmd|' /C calc'!A0";

    @RegisterExtension
    static final RunningApp app = new RunningApp();

    @ParameterizedTest
    @CsvSource({
        "advice.html,text/html",
        "advice.md,text/markdown",
        "advice.json,application/json",
        "advice.csv,text/csv",
        "advice.txt,text/plain",
        "findings.csv,text/csv",
        "mapping.yaml,application/yaml",
        "advice.xlsx,application/vnd.openxmlformats"
    })
    void offersEveryForm(String name, String mediaType) {
        HttpResponse<String> file = app.get("/p/sales-outreach/" + name);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(mediaType);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename");
        assertThat(file.body()).isNotBlank();
    }

    @Test
    void writesWhatASpreadsheetWouldRunAsText() throws Exception {
        String room = hostile();

        assertThat(app.get(room + "/findings.csv").body()).contains(",'" + HOSTILE + ",");
        byte[] workbook = app.client()
                .send(HttpRequest.newBuilder(app.uri(room + "/advice.xlsx")).build(), BodyHandlers.ofByteArray())
                .body();
        try (InputStream in = new ByteArrayInputStream(workbook);
                ReadableWorkbook read = new ReadableWorkbook(in)) {
            List<Row> findings = read.findSheet("Findings").orElseThrow().read();
            assertThat(findings.get(0).getCellText(6)).isEqualTo("subject_name");
            assertThat(findings).anyMatch(row -> row.getCellText(6).equals("'" + HOSTILE));
        }
    }

    @Test
    void givesTheReadersFileBackWithItsProblems() {
        HttpResponse<String> copy = app.get(hostile() + "/annotated");

        assertThat(copy.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("annotated-use_cases.csv");
        assertThat(copy.body()).contains("31/02/2026", "not a day of the calendar");
    }

    private static String hostile() {
        HttpResponse<String> sent = PagesTest.read(
                app,
                new Multipart()
                        .file(
                                "files",
                                "use_cases.csv",
                                "id,name,stage,started_on,pilot_owner_id,outcome_owner_id,sponsor_id",
                                "uc-1," + HOSTILE + ",in_use,31/02/2026,,,")
                        .field("asOf", "2026-06-30"));
        return PagesTest.path(sent).replace("/reading", "");
    }
}
