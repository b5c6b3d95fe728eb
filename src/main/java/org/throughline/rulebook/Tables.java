package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads the tables that analysts edit beside the rules; cell by cell, for Jackson's binding costs a cold start half a second. */
public final class Tables {

    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build();

    private Tables() {}

    /**
     * A row below the header, as column to text, in order; it may be shorter than the header.
     *
     * @param row as a spreadsheet counts: the header is row 1
     */
    record Row(int row, Map<String, String> cells) {

        /** The column's text, trimmed; empty where the row has none. */
        String text(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /**
     * The rows of a table below its header, each as column to text, in order. A row may be shorter than the header.
     *
     * @throws RuleBookException if it is no CSV, lacks one of the columns, or has a row that is longer than the header
     */
    public static List<Map<String, String>> rows(String file, String csv, List<String> columns) {
        List<Problem> problems = new ArrayList<>();
        List<Row> rows = numbered(file, csv, columns, problems);
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return rows.stream().map(Row::cells).toList();
    }

    /** The same with the number of each row; what is wrong with the table is added to the problems, and rows that are wrong left out. */
    static List<Row> numbered(String file, String csv, List<String> columns, List<Problem> problems) {
        List<List<String>> lines = lines(file, csv.startsWith("\uFEFF") ? csv.substring(1) : csv, columns, problems);
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        for (int i = 0; i < lines.size(); i++) {
            List<String> line = withoutEmptyEnd(lines.get(i));
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header == null) {
                header = line;
                if (!header.containsAll(columns)) {
                    problems.add(faulty(file, i + 1, "its header has " + String.join(", ", header), columns));
                    return rows;
                }
            } else if (line.size() > header.size()) {
                problems.add(faulty(file, i + 1, "a cell too many: " + line.get(header.size()), columns));
            } else {
                rows.add(new Row(i + 1, row(header, line)));
            }
        }
        return rows;
    }

    /** Spreadsheets save columns that were only ever touched. */
    private static List<String> withoutEmptyEnd(List<String> line) {
        int to = line.size();
        while (to > 0 && line.get(to - 1).isBlank()) {
            to--;
        }
        return line.subList(0, to);
    }

    private static Map<String, String> row(List<String> header, List<String> line) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            row.put(header.get(i), line.get(i));
        }
        return row;
    }

    private static List<List<String>> lines(String file, String csv, List<String> columns, List<Problem> problems) {
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
            problems.add(
                    faulty(file, lines.size() + 1, "a quote that is not closed, or text after one that is", columns));
        }
        return lines;
    }

    private static Problem faulty(String file, int row, String found, List<String> columns) {
        return RuleBookException.problem(
                file,
                row,
                found,
                "a CSV table with the columns " + String.join(", ", columns),
                "Save it as CSV (comma separated, UTF-8) with that header.");
    }
}
