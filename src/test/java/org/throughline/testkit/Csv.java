package org.throughline.testkit;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.facts.Attribute;

/** RFC 4180, with quotes only where they are needed. */
final class Csv {

    private Csv() {}

    static String write(List<Attribute> columns, List<Row> rows) {
        StringBuilder out = new StringBuilder(line(columns, Attribute::name));
        rows.forEach(row -> out.append(line(columns, column -> row.cell(column.name()))));
        return out.toString();
    }

    private static String line(List<Attribute> columns, Function<Attribute, String> cell) {
        return columns.stream().map(cell).map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
