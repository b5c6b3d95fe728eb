package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** How much is read, and what is said where there is more. */
class LimitsTest {

    private static final String CSV = "id,name,stage\na,Alpha,pilot\nb,Beta,idea\n";

    private static List<String> problems(Limits limits, String name, byte[] bytes) {
        return Given.bytes(name, bytes)
                .with(IntakeOptions.of(Given.AS_OF, Given.VOCABULARY).withLimits(limits))
                .errors();
    }

    private static List<String> problems(String setting, String value) {
        return problems(limits(setting, value), "use_cases.csv", CSV.getBytes(StandardCharsets.UTF_8));
    }

    private static Limits limits(String setting, String value) {
        return Limits.of(Map.of("throughline.limit." + setting, value)::get);
    }

    @Test
    void areGenerousUnlessSet() {
        assertThat(Limits.of(setting -> null)).isEqualTo(Limits.DEFAULT);
        assertThat(limits("columns", "20000").columns()).isEqualTo(20_000);
    }

    @Test
    void aSettingThatIsNoLimitIsRefused() {
        assertThatThrownBy(() -> limits("rows", "many"))
                .hasMessage("throughline.limit.rows is \"many\", not a whole number from 1 to 2147483647.");
    }

    @Test
    void eachIsNamedByWhatExceedsIt() {
        assertThat(problems("columns", "2"))
                .contains("use_cases.csv, row 1: 3 columns. / At most 2 columns (setting throughline.limit.columns)."
                        + " / Keep the columns that matter, or raise the setting; the table was left aside.");
        assertThat(problems("rows", "1"))
                .containsExactly(
                        "use_cases.csv, row 3: More than 1 rows. / At most 1 rows (setting"
                                + " throughline.limit.rows). / Split the table, or raise the setting; the rows from here on were left aside.");
        assertThat(problems("cellCharacters", "4"))
                .contains("use_cases.csv, row 2, column \"name\": A cell of 5 characters. / At most 4 characters"
                        + " (setting throughline.limit.cellCharacters). / Shorten it, or raise the setting; what comes after"
                        + " was left aside.");
        assertThat(problems("fileBytes", "20"))
                .contains(
                        "use_cases.csv: A file of more bytes. / At most 20 bytes (setting"
                                + " throughline.limit.fileBytes). / Read a smaller file, or raise the setting; this one was left aside.");
    }

    @Test
    void aLineThatNeverEndsIsNamedWithItsRow() {
        byte[] bytes = (CSV + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(problems(limits("lineCharacters", "100000"), "use_cases.csv", bytes))
                .contains(
                        "use_cases.csv, row 4: A line of more characters. / At most 100000 characters (setting"
                                + " throughline.limit.lineCharacters). / Read a smaller file, or raise the setting; this one was left aside.");
    }

    @Test
    void aZipBombIsNamed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("use_cases.csv"));
            zip.write("id,name,stage\n".repeat(4 << 20).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(problems(Limits.DEFAULT, "all.zip", bytes.toByteArray()))
                .contains(
                        "all.zip: A packed file that grows more than 200 times: a ZIP bomb, or very empty."
                                + " / At most 200 times its packed size (setting throughline.limit.expansion)."
                                + " / Read its files one by one, or raise the setting; what comes from use_cases.csv on was left aside.");
    }

    @Test
    void aLargeFileInAZipIsReadFromThere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("teams.csv"));
            zip.write("id,name\nt,T\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("use_cases.csv"));
            zip.write((CSV + "c," + "x".repeat(5 << 20) + ",idea\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Given.bytes("all.zip", bytes.toByteArray())
                        .with(IntakeOptions.of(Given.AS_OF, Given.VOCABULARY).withLimits(limits("expansion", "100000")))
                        .portfolio()
                        .useCases())
                .hasSize(3);
    }
}
