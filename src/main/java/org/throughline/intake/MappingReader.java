package org.throughline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A mapping's YAML. */
final class MappingReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PARENT = ".parent";

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    MappingReader(String name) {
        this.name = name;
    }

    Mapping read(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException malformed) {
            fault("", "Invalid YAML: " + malformed.getOriginalMessage(), "Mend the text there.");
            return empty();
        }
        Kind kind = Kind.ofTable(root.path("kind").asString(""));
        if (kind == null) {
            fault(
                    "kind",
                    Words.quote(root.path("kind").asString("")) + ", which is no kind of fact.",
                    "Write one such as use_cases or steps.");
            return empty();
        }
        return new Mapping(
                name,
                root.path("title").asString(name),
                kind,
                texts(root.path("recognised_by")),
                columns(kind, root.path("columns")),
                constants(kind, root.path("constants")),
                values(kind, root.path("values")),
                List.copyOf(problems));
    }

    private Mapping empty() {
        return new Mapping(name, name, Kind.USE_CASE, List.of(), List.of(), Map.of(), Map.of(), List.copyOf(problems));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private List<Mapping.Column> columns(Kind kind, JsonNode node) {
        List<Mapping.Column> columns = new ArrayList<>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(one -> addColumn(columns, kind, entry.getKey(), one));
            } else {
                addColumn(columns, kind, entry.getKey(), entry.getValue());
            }
        });
        return columns;
    }

    private void addColumn(List<Mapping.Column> columns, Kind kind, String target, JsonNode node) {
        boolean parent = target.endsWith(PARENT);
        Attribute attribute = attribute(kind, parent ? target.substring(0, target.length() - PARENT.length()) : target);
        if (attribute == null || parent && attribute.type() != AttributeType.TEAM) {
            return;
        }
        String header = node.isObject() ? node.path("header").asString("") : node.asString("");
        String when = node.path("when").asString("");
        Condition condition = when.isEmpty() ? null : Condition.parse(kind, when);
        if (header.isEmpty() || condition == null && !when.isEmpty()) {
            fault(
                    "columns." + target,
                    Words.quote(node.toString())
                            + ", which names no header, or no condition such as stage=pilot|validated.",
                    "Write the header, or {header: ..., when: ...}.");
            return;
        }
        String unit = node.path("unit").asString("");
        columns.add(
                new Mapping.Column(header, new Meaning(attribute, parent, condition), unit.isEmpty() ? null : unit));
    }

    private Map<Attribute, String> constants(Kind kind, JsonNode node) {
        Map<Attribute, String> constants = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Attribute attribute = attribute(kind, entry.getKey());
            if (attribute != null) {
                constants.put(attribute, entry.getValue().asString(""));
            }
        });
        return constants;
    }

    private Map<Attribute, Map<String, Object>> values(Kind kind, JsonNode node) {
        Map<Attribute, Map<String, Object>> values = new LinkedHashMap<>();
        node.properties().forEach(column -> {
            Attribute attribute = attribute(kind, column.getKey());
            if (attribute != null) {
                column.getValue().properties().forEach(word -> {
                    Object value =
                            VocabularyReader.choice(attribute, word.getValue().asString(""));
                    if (value == null) {
                        fault(
                                "values." + column.getKey(),
                                Words.quote(word.getValue().asString("")) + ", which is no " + attribute.name() + ".",
                                "Write one of its values.");
                    } else {
                        values.computeIfAbsent(attribute, key -> new LinkedHashMap<>())
                                .put(Vocabulary.wordKey(word.getKey()), value);
                    }
                });
            }
        });
        return values;
    }

    private @Nullable Attribute attribute(Kind kind, String column) {
        Attribute attribute = kind.find(column);
        if (attribute == null) {
            fault(
                    column,
                    "A column that " + kind.table() + " does not have.",
                    "Write one of the columns of " + kind.table() + ".");
        }
        return attribute;
    }

    private void fault(String place, String found, String fix) {
        problems.add(new Problem(
                Problem.Severity.ERROR,
                "mappings/" + name + ".yaml",
                null,
                place.isEmpty() ? null : place,
                null,
                Objects.requireNonNull(found),
                "A mapping with kind, recognised_by, columns, constants and values.",
                fix + " It was left out.",
                null));
    }
}
