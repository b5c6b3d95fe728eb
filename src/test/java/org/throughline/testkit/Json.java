package org.throughline.testkit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** An organisation as one JSON document, every cell as its text. */
final class Json {

    private Json() {}

    static String write(Map<Kind, List<Row>> rows, Function<Kind, List<Attribute>> columns) {
        return rows.entrySet().stream()
                .map(each -> text(each.getKey().table()) + ":"
                        + each.getValue().stream()
                                .map(row -> object(row, columns.apply(each.getKey())))
                                .collect(Collectors.joining(",\n ", "[", "]")))
                .collect(Collectors.joining(",\n", "{", "}\n"));
    }

    private static String object(Row row, List<Attribute> columns) {
        return columns.stream()
                .map(column -> text(column.name()) + ":" + text(row.cell(column.name())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
