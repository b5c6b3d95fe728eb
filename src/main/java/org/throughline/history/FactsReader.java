package org.throughline.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what {@link FactsWriter} wrote. */
final class FactsReader {

    private final JsonParser in;
    private final Map<Kind, List<? extends Fact>> facts = new EnumMap<>(Kind.class);
    private final Set<String> known = new HashSet<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private LocalDate asOf = LocalDate.EPOCH;
    private String digest = "";

    FactsReader(JsonParser in) {
        this.in = in;
    }

    Portfolio read() {
        in.nextToken();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            property(in.currentName());
        }
        return new Portfolio(asOf, facts, known, digest);
    }

    private void property(String name) {
        in.nextToken();
        switch (name) {
            case "format" -> refuseLater(in.getIntValue());
            case "asOf" -> asOf = LocalDate.parse(in.getString());
            case "digest" -> digest = in.getString();
            case "known" -> known.addAll(strings());
            case "sheets" -> sheets();
            default -> rows(name);
        }
    }

    private static void refuseLater(int format) {
        if (format > FactsWriter.FORMAT) {
            throw new IllegalArgumentException("facts of format " + format + "; this release reads up to "
                    + FactsWriter.FORMAT + ": use a later one");
        }
    }

    private List<String> strings() {
        List<String> strings = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            strings.add(in.getString());
        }
        return strings;
    }

    private void sheets() {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            in.nextToken();
            String file = in.nextStringValue();
            in.nextToken();
            Kind kind = kind(in.nextStringValue());
            in.nextToken();
            in.nextToken();
            Map<String, String> headers = new HashMap<>();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                headers.put(in.currentName(), in.nextStringValue());
            }
            sheets.add(new Sheet(file, kind, headers));
            in.nextToken();
        }
    }

    private static Kind kind(String table) {
        Kind kind = Kind.ofTable(table);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of fact is called " + table);
        }
        return kind;
    }

    private void rows(String table) {
        Kind kind = kind(table);
        List<Fact> rows = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            rows.add(row(kind));
        }
        facts.put(kind, rows);
    }

    private Fact row(Kind kind) {
        Sheet sheet = sheets.get(in.nextIntValue(0));
        Origin origin =
                new Origin(sheet, in.nextIntValue(0), in.nextLongValue(0), in.nextLongValue(0), in.nextLongValue(0));
        List<Attribute> attributes = kind.attributes();
        @Nullable Object[] values = new Object[attributes.size()];
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            values[i] = value(attributes.get(i));
        }
        return Fact.of(kind, origin, values);
    }

    private @Nullable Object value(Attribute attribute) {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (in.currentToken() == JsonToken.START_ARRAY) {
            return List.copyOf(strings());
        }
        String text = in.getString();
        return switch (attribute.type()) {
            case EVENT, PLAN, DAY -> LocalDate.parse(text);
            case AMOUNT, HOURS, PERCENT -> new BigDecimal(text);
            case FLAG -> Boolean.valueOf(text);
            case CHOICE -> choice(attribute, text);
            default -> texts.computeIfAbsent(text, same -> same);
        };
    }

    private static Object choice(Attribute attribute, String name) {
        Class<? extends Enum<?>> choices = attribute.choices();
        return Stream.of(choices == null ? new Enum<?>[0] : choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(attribute + " cannot be " + name));
    }
}
