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
import tools.jackson.databind.MappingIterator;
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

    /** One mapping, or several as documents of their own, between lines of {@code ---}. */
    Mapping read(String yaml) {
        List<Mapping> parts = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                if (!document.isNull() && !document.isMissingNode()) {
                    parts.add(part(document));
                }
            }
        } catch (JacksonException malformed) {
            fault("", "Invalid YAML: " + malformed.getOriginalMessage(), "Mend the text there.");
        }
        if (parts.isEmpty() && problems.isEmpty()) {
            part(YAML.createObjectNode());
        }
        Mapping first = parts.isEmpty() ? empty() : parts.get(0);
        return new Mapping(
                name,
                first.title(),
                first.file(),
                first.kind(),
                first.recognisedBy(),
                first.columns(),
                first.roles(),
                first.constants(),
                first.values(),
                parts.size() < 2 ? List.of() : List.copyOf(parts.subList(1, parts.size())),
                List.copyOf(problems));
    }

    private Mapping part(JsonNode root) {
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
                root.path("file").isMissingNode() ? null : root.path("file").asString(""),
                kind,
                texts(root.path("recognised_by")),
                columns(kind, root.path("columns")),
                roles(kind, root.path("roles")),
                constants(kind, root.path("constants")),
                values(kind, root.path("values")),
                List.of(),
                List.of());
    }

    private Mapping empty() {
        return new Mapping(
                name,
                name,
                null,
                Kind.USE_CASE,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of());
    }

    private List<String> roles(Kind kind, JsonNode node) {
        if (!node.isMissingNode() && kind != Kind.RESPONSIBILITY) {
            fault("roles", "Roles in a mapping of " + kind.table() + ".", "Only responsibilities have roles.");
        }
        return texts(node);
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
                                .put(word.getKey(), value);
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
                "A mapping with title, file, kind, recognised_by, columns, roles, constants and values.",
                fix + " It was left out.",
                null));
    }
}
