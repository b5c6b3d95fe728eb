package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A mapping's YAML. */
final class MappingReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final String PARENT = ".parent";
    private static final List<String> KEYS =
            List.of("title", "file", "kind", "recognised_by", "columns", "roles", "constants", "values");
    private static final List<String> UNITS = List.of("h", "d", "w", "min", "s");

    private static final Pattern PATH = Pattern.compile("(?:.*[/\\\\])?([^/\\\\]+)\\.ya?ml", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    /** @param name of a mapping beside the rules, or the path of a file */
    MappingReader(String name) {
        Matcher path = PATH.matcher(name);
        this.file = path.matches() ? name : "mappings/" + name + ".yaml";
        this.name = path.matches() ? path.group(1) : name;
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
            fault(
                    "",
                    invalid(malformed),
                    "A YAML document with " + String.join(", ", KEYS) + ".",
                    "Mend the text there.");
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
        root.properties().forEach(entry -> {
            if (!KEYS.contains(entry.getKey())) {
                fault(
                        entry.getKey(),
                        "A key that a mapping does not have.",
                        "One of " + String.join(", ", KEYS) + ".",
                        "Correct it.");
            }
        });
        Kind kind = Kind.ofTable(root.path("kind").asString(""));
        if (kind == null) {
            fault(
                    "kind",
                    root.path("kind").isMissingNode()
                            ? "No kind of fact."
                            : Words.quote(root.path("kind").asString("")) + ", which is no kind of fact.",
                    "One of " + tables() + ".",
                    "Write what the rows are.");
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

    /** Where, and the line of the message that says what is wrong: the others repeat the text. */
    private static String invalid(JacksonException malformed) {
        TokenStreamLocation at = malformed.getLocation();
        String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        List<String> lines = malformed.getOriginalMessage() == null
                ? List.of("it cannot be read")
                : malformed.getOriginalMessage().strip().lines().toList();
        String what = lines.stream()
                .filter(line -> line.startsWith("expected") || line.startsWith("found"))
                .findFirst()
                .orElse(lines.get(0));
        int machinery = what.indexOf(" for `");
        String plain = machinery < 0 ? what.strip() : what.substring(0, machinery);
        return "Invalid YAML" + place + ": " + plain + ".";
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
            fault(
                    "roles",
                    "Roles in a mapping of " + kind.table() + ".",
                    "Roles in a mapping of responsibilities.",
                    "Remove them, or correct the kind.");
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
        if (attribute == null) {
            return;
        }
        if (parent && attribute.type() != AttributeType.TEAM) {
            fault(
                    "columns." + target,
                    "A column that has nothing above it.",
                    "A team's column, such as team_id.parent.",
                    "Leave out " + PARENT + ".");
            return;
        }
        String header = node.isObject() ? node.path("header").asString("") : node.asString("");
        String when = node.path("when").asString("");
        Condition condition = when.isEmpty() ? null : Condition.parse(kind, when);
        if (header.isEmpty() || condition == null && !when.isEmpty()) {
            fault(
                    "columns." + target,
                    header.isEmpty() ? "No header." : Words.quote(when) + ", which is no condition.",
                    "A header, or {header: ..., unit: ..., when: stage=pilot|validated}.",
                    "Write it so.");
            return;
        }
        String unit = node.path("unit").asString("");
        if (!unit.isEmpty() && !UNITS.contains(unit)) {
            fault(
                    "columns." + target,
                    Words.quote(unit) + ", which is no unit.",
                    "One of " + String.join(", ", UNITS) + ".",
                    "Write it so.");
            return;
        }
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
                                values(attribute),
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
                    "One of " + kind.attributes().stream().map(Attribute::name).collect(Collectors.joining(", ")) + ".",
                    "Write the column's name.");
        }
        return attribute;
    }

    private static String tables() {
        return Arrays.stream(Kind.values()).map(Kind::table).collect(Collectors.joining(", "));
    }

    private static String values(Attribute attribute) {
        if (attribute.choices() == null) {
            return "A column with a fixed set of values.";
        }
        return "One of "
                + Arrays.stream(attribute.choices().getEnumConstants())
                        .map(ChoiceReader::nameOf)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void fault(String place, String found, String expected, String fix) {
        problems.add(new Problem(
                Problem.Severity.ERROR, file, null, place.isEmpty() ? null : place, null, found, expected, fix, null));
    }
}
