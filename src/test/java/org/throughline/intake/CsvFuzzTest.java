package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.CsvWriter;
import org.throughline.intake.csv.Dialect;
import org.throughline.intake.csv.Normaliser;
import org.throughline.intake.csv.RecordReader;

/**
 * Whatever the bytes, there are facts or problems: no exception, no end of patience, no row that is lost. Tests go over the corpus in
 * {@code src/test/resources/org/throughline/intake/CsvFuzzTestInputs}, to which what a real run finds is added:
 * {@code JAZZER_FUZZ=1 mvn test -Dtest=CsvFuzzTest#anyBytes -Djazzer.hooks=true}.
 */
class CsvFuzzTest {

    private static final int LARGEST = 1 << 16;
    private static final Limits LIMITS = new Limits(1 << 24, 10_000, 2_000, 20_000, 1 << 20, 20, 50);

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        byte[] file = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        Reading reading = Given.bytes("use_cases.csv", file)
                .with(IntakeOptions.of(Given.AS_OF, Given.VOCABULARY).withLimits(LIMITS))
                .read();
        assertThat(reading.portfolio() != null || !reading.problems().isEmpty()).isTrue();
        for (SheetReading sheet : reading.sheets()) {
            assertThat(sheet.facts()).isLessThanOrEqualTo(sheet.rows());
        }
    }

    /** What was understood is understood again: its rows come back as they were written. */
    @FuzzTest(maxDuration = "10m")
    void whatIsWrittenIsReadAgain(byte[] bytes) throws IOException {
        byte[] file = bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
        if (Nature.of(file) != Nature.TEXT) {
            return;
        }
        StringBuilder once = new StringBuilder();
        Normaliser.normalise(() -> new ByteArrayInputStream(file), null, 1 << 20, once);
        List<List<String>> rows = rows(once.toString());
        assertThat(rows).allSatisfy(row -> assertThat(row).isNotEmpty());
        assertThat(written(rows)).isEqualTo(once.toString());
    }

    private static List<List<String>> rows(String text) throws IOException {
        RecordReader reader = new RecordReader(new StringReader(text), Dialect.RFC4180);
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            rows.add(List.of(record.cells()));
        }
        return rows;
    }

    private static String written(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text);
        for (List<String> row : rows) {
            writer.write(row);
        }
        return text.toString();
    }
}
