package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The tables of a portfolio document: {@code {"use_cases": [{"id": ...}, ...], "teams": [...]}}. */
final class JsonTables {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Source source;
    private final Vocabulary vocabulary;
    private final ProblemList problems;
    private final List<RawTable> tables = new ArrayList<>();

    JsonTables(Source source, Vocabulary vocabulary, ProblemList problems) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /** All tables, or none where the document is malformed, which is reported. */
    List<RawTable> read() throws IOException {
        try (InputStream in = source.open();
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            readDocument(parser);
            return tables;
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            problems.error(
                    source.name(),
                    null,
                    null,
                    null,
                    "Invalid JSON" + place + ": " + sentence(malformed.getOriginalMessage()),
                    "One JSON document, such as {\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"...\", \"stage\": \"pilot\"}]}.",
                    "Mend the text there; nothing of the document was read.");
            return List.of();
        }
    }

    private static String sentence(@Nullable String message) {
        String text = message == null ? "it cannot be read" : message.strip();
        int detail = text.indexOf('\n');
        text = detail < 0 ? text : text.substring(0, detail);
        return text.endsWith(".") ? text : text + ".";
    }

    private void readDocument(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            problems.error(
                    source.name(),
                    null,
                    null,
                    null,
                    first == null ? "An empty document." : "A document that is no object with tables in it.",
                    "One JSON document, such as {\"use_cases\": [{\"id\": \"uc-1\", \"name\": \"...\", \"stage\": \"pilot\"}]}.",
                    "Put the lists of facts into one object, each under the name of its table.");
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readProperty(name, parser);
        }
        if (parser.nextToken() != null) {
            problems.error(
                    source.name(),
                    null,
                    null,
                    null,
                    "Something after the end of the document.",
                    "One JSON document.",
                    "Remove what follows; only the first document was read.");
        }
    }

    private void readProperty(String name, JsonParser parser) {
        Kind named = Kind.ofTable(name);
        Kind kind = named == null ? vocabulary.file(Words.squeeze(name)) : named;
        if (kind == null || parser.currentToken() != JsonToken.START_ARRAY) {
            problems.error(
                    source.name(),
                    null,
                    name,
                    null,
                    kind == null ? "A name that no table has." : "A table that is no list.",
                    kind == null ? "The tables of facts, such as use_cases, workflows or teams." : "A list of objects.",
                    "Rename or mend it; it was left aside.");
            parser.skipChildren();
            return;
        }
        Rows rows = new Rows(source.name() + "#" + name, kind);
        for (int row = 1; parser.nextToken() != JsonToken.END_ARRAY; row++) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                rows.add(row, readRow(rows, row, parser));
            } else {
                problems.error(
                        rows.file(),
                        row,
                        null,
                        null,
                        "An entry that is no object.",
                        "An object with a property for each column.",
                        "Mend the entry; it was left out.");
                parser.skipChildren();
            }
        }
        tables.add(rows);
    }

    private Map<Integer, Object> readRow(Rows rows, int row, JsonParser parser) {
        Map<Integer, Object> cells = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String property = parser.currentName();
            int column = rows.column(property);
            parser.nextToken();
            cells.put(column, cell(new Place(rows.file(), row, property), parser));
        }
        return cells;
    }

    /** Where in the document a value stands. */
    private record Place(String file, int row, String property) {}

    private Object cell(Place place, JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Nothing.ABSENT;
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case START_ARRAY -> list(place, parser);
            case START_OBJECT -> {
                parser.skipChildren();
                reportObject(place);
                yield Nothing.UNKNOWN;
            }
            default -> parser.getString();
        };
    }

    private void reportObject(Place place) {
        problems.error(
                place.file(),
                place.row(),
                place.property(),
                "{...}",
                "An object where a value should stand.",
                "A text, a number, true, false, null, or a list of texts.",
                "Put the value itself there; until then it counts as unknown.");
    }

    private List<String> list(Place place, JsonParser parser) {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object item = cell(place, parser);
            if (item instanceof String text) {
                texts.add(text);
            } else if (item instanceof List<?> nested) {
                nested.forEach(text -> texts.add((String) text));
            }
        }
        return texts;
    }

    /** A list of objects as a table: its columns are all properties that one of them has. */
    private static final class Rows implements RawTable {
        private final String file;
        private final Kind kind;
        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Map<Integer, Object>> rows = new ArrayList<>();

        Rows(String file, Kind kind) {
            this.file = file;
            this.kind = kind;
        }

        int column(String property) {
            return columns.computeIfAbsent(property, name -> columns.size());
        }

        void add(int row, Map<Integer, Object> cells) {
            numbers.add(row);
            rows.add(cells);
        }

        @Override
        public String file() {
            return file;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String encoding() {
            return "UTF-8";
        }

        @Override
        public @Nullable String delimiter() {
            return null;
        }

        @Override
        public List<String> headers() {
            return List.copyOf(columns.keySet());
        }

        @Override
        public List<@Nullable Object[]> sample(int most) {
            return IntStream.range(0, Math.min(most, rows.size()))
                    .mapToObj(this::cells)
                    .toList();
        }

        @Override
        public void forEach(RowSink sink) {
            for (int i = 0; i < rows.size(); i++) {
                sink.row(numbers.get(i), cells(i));
            }
        }

        private @Nullable Object[] cells(int row) {
            Object[] cells = new Object[columns.size()];
            rows.get(row).forEach((column, cell) -> cells[column] = cell);
            return cells;
        }
    }
}
