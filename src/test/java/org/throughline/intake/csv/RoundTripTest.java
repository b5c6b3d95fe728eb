package org.throughline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What our writer writes, our reader reads. */
class RoundTripTest {

    private static final String[] PIECES = {
        "a", "B", "7", ",", ";", "\t", "|", "\"", "\"\"", "'", "\n", "\r\n", "\r", " ", "\u00a0", "\\", "\\\"", "é",
        "漢", "𝄞", "=1+1", "#", "=\"x\""
    };

    @Test
    void twentyThousandRandomTablesComeBackAsTheyWere() throws IOException {
        for (int seed = 0; seed < 20_000; seed++) {
            List<List<String>> table = table(new Random(seed));
            StringBuilder text = new StringBuilder();
            CsvWriter writer = new CsvWriter(text);
            for (List<String> row : table) {
                writer.write(row);
            }
            int columns = seed % 2 == 0 ? 0 : table.get(0).size();
            assertThat(read(text.toString(), columns))
                    .as("seed %d, written as %s", seed, text)
                    .isEqualTo(table);
        }
    }

    private static List<List<String>> table(Random random) {
        int columns = 1 + random.nextInt(5);
        int rows = 1 + random.nextInt(6);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(cell(random));
            }
            table.add(cells);
        }
        return table;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int pieces = random.nextInt(5); pieces > 0; pieces--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private static List<List<String>> read(String text, int columns) throws IOException {
        RecordReader reader = new RecordReader(new StringReader(text), Dialect.RFC4180, columns);
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            rows.add(List.of(record.cells()));
        }
        return rows;
    }
}
