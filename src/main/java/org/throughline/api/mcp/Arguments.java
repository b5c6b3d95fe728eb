package org.throughline.api.mcp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a tool was called with, by the names that its description gives. */
final class Arguments {

    private static final int SHOWN = 60;

    private final Map<String, Object> given;

    /** @throws WrongArgumentException if one of them has another name than those that are known */
    Arguments(Map<String, Object> given, Set<String> known) {
        this.given = given;
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                throw new WrongArgumentException(
                        "an argument \"" + shortened(name) + "\"",
                        known.isEmpty() ? "no argument" : "of " + String.join(", ", new TreeSet<>(known)),
                        "Correct its name, or leave it out.");
            }
        }
    }

    boolean has(String name) {
        return given.get(name) != null;
    }

    /** @throws WrongArgumentException if it is not there, or no text */
    String text(String name) {
        String text = textOrNull(name);
        if (text == null || text.isBlank()) {
            throw new WrongArgumentException("no " + name, "a text", "Add the argument " + name + ".");
        }
        return text.strip();
    }

    @Nullable
    String textOrNull(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, value, "a text");
    }

    int whole(String name, int least, int most, int otherwise) {
        Object value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw wrong(name, value, "a whole number from " + least + " to " + most);
    }

    Map<?, ?> object(String name) {
        Object value = given.get(name);
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw wrong(name, value, "an object");
    }

    /** Each with texts under these names, of which the last may be left out. */
    List<List<String>> rows(String name, int most, String... columns) {
        Object value = given.get(name);
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw wrong(name, value, "a list of 1 to " + most + " objects with " + String.join(", ", columns));
        }
        return list.stream().map(row -> row(name, row, columns)).toList();
    }

    private static List<String> row(String name, @Nullable Object row, String... columns) {
        if (!(row instanceof Map<?, ?> object)) {
            throw wrong("an item of " + name, row, "an object with " + String.join(", ", columns));
        }
        return java.util.Arrays.stream(columns)
                .map(column -> cell(name, column, object.get(column), column.equals(columns[columns.length - 1])))
                .toList();
    }

    private static String cell(String name, String column, @Nullable Object value, boolean last) {
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof String || (value == null && last)) {
            return value == null ? "" : (String) value;
        }
        throw wrong("\"" + column + "\" of an item of " + name, value, "a text");
    }

    private static WrongArgumentException wrong(String name, @Nullable Object value, String expected) {
        String found = value == null ? "no " + name : name + " = " + shortened(value.toString());
        return new WrongArgumentException(found, expected, "Correct the argument and call the tool again.");
    }

    private static String shortened(String text) {
        String plain = text.codePoints()
                .map(it -> Character.isISOControl(it) ? ' ' : it)
                .limit(SHOWN + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
    }
}
