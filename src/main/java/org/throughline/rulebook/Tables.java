package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** Reads the tables that analysts edit beside the rules. */
public final class Tables {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.TRIM_SPACES)
            .build();

    private Tables() {}

    /**
     * The rows of a table below its header, each as column to text, in order.
     *
     * @throws RuleBookException if it is no CSV or lacks one of the columns
     */
    public static List<Map<String, String>> rows(String file, String csv, List<String> columns) {
        List<Map<String, String>> rows = new ArrayList<>();
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines =
                CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
            lines.forEachRemaining(rows::add);
        } catch (JacksonException e) {
            throw faulty(file, "it is no table: " + e.getOriginalMessage(), columns);
        }
        if (!rows.isEmpty() && !rows.get(0).keySet().containsAll(columns)) {
            throw faulty(file, "its header has " + String.join(", ", rows.get(0).keySet()), columns);
        }
        return rows;
    }

    private static RuleBookException faulty(String file, String found, List<String> columns) {
        return new RuleBookException(List.of(RuleBookException.problem(
                file,
                1,
                found,
                "a CSV table with the columns " + String.join(", ", columns),
                "Save it as CSV (comma separated, UTF-8) with that header.")));
    }
}
