package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads the tables that analysts edit beside the rules; cell by cell, for Jackson's binding costs a cold start half a second. */
public final class Tables {

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build();

    private Tables() {}

    /**
     * The rows of a table below its header, each as column to text, in order. A row may be shorter than the header.
     *
     * @throws RuleBookException if it is no CSV, lacks one of the columns, or has a row that is longer than the header
     */
    public static List<Map<String, String>> rows(String file, String csv, List<String> columns) {
        List<List<String>> lines = lines(file, csv.startsWith("\uFEFF") ? csv.substring(1) : csv, columns);
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
        if (lines.size() > 1 && !header.containsAll(columns)) {
            throw faulty(file, 1, "its header has " + String.join(", ", header), columns);
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            if (line.size() > header.size()) {
                throw faulty(file, rows.size() + 2, "a cell too many: " + line.get(header.size()), columns);
            }
            rows.add(row(header, line));
        }
        return rows;
    }

    private static Map<String, String> row(List<String> header, List<String> line) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            row.put(header.get(i), line.get(i));
        }
        return row;
    }

    private static List<List<String>> lines(String file, String csv, List<String> columns) {
        List<List<String>> lines = new ArrayList<>();
        try (JsonParser cells = CSV.createParser(ObjectReadContext.empty(), csv)) {
            cells.nextToken(); // the array of all lines
            while (cells.nextToken() == JsonToken.START_ARRAY) {
                List<String> line = new ArrayList<>();
                while (cells.nextToken() != JsonToken.END_ARRAY) {
                    line.add(cells.getString());
                }
                lines.add(line);
            }
        } catch (JacksonException e) {
            throw faulty(file, lines.size() + 1, "it is no table: " + e.getOriginalMessage(), columns);
        }
        return lines;
    }

    private static RuleBookException faulty(String file, int row, String found, List<String> columns) {
        return new RuleBookException(List.of(RuleBookException.problem(
                file,
                row,
                found,
                "a CSV table with the columns " + String.join(", ", columns),
                "Save it as CSV (comma separated, UTF-8) with that header.")));
    }
}
