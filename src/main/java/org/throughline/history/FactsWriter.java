package org.throughline.history;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import tools.jackson.core.JsonGenerator;

/** Writes facts row by row: sheet, row, what is absent, unknown and not applicable (as bits), and the values. */
final class FactsWriter {

    static final int FORMAT = 1;

    private final JsonGenerator out;

    FactsWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Portfolio facts) {
        out.writeStartObject();
        out.writeNumberProperty("format", FORMAT);
        out.writeStringProperty("asOf", facts.asOf().toString());
        out.writeStringProperty("digest", facts.digest());
        out.writeArrayPropertyStart("known");
        new TreeSet<>(facts.known()).forEach(out::writeString);
        out.writeEndArray();
        List<Sheet> sheets = sheets(facts);
        out.writeArrayPropertyStart("sheets");
        sheets.forEach(this::sheet);
        out.writeEndArray();
        Map<Sheet, Integer> places = new IdentityHashMap<>();
        sheets.forEach(sheet -> places.put(sheet, places.size()));
        for (Kind kind : Kind.values()) {
            out.writeArrayPropertyStart(kind.table());
            facts.facts().get(kind).forEach(fact -> fact(fact, places));
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static List<Sheet> sheets(Portfolio facts) {
        Map<Sheet, Boolean> seen = new IdentityHashMap<>();
        List<Sheet> sheets = new ArrayList<>();
        for (Fact fact : facts.all()) {
            if (seen.put(fact.origin().sheet(), true) == null) {
                sheets.add(fact.origin().sheet());
            }
        }
        return sheets;
    }

    private void sheet(Sheet sheet) {
        out.writeStartObject();
        out.writeStringProperty("file", sheet.file());
        out.writeStringProperty("kind", sheet.kind().table());
        out.writeObjectPropertyStart("headers");
        new TreeMap<>(sheet.headers()).forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeEndObject();
    }

    private void fact(Fact fact, Map<Sheet, Integer> places) {
        Origin origin = fact.origin();
        out.writeStartArray();
        out.writeNumber(places.get(origin.sheet()));
        out.writeNumber(origin.row());
        out.writeNumber(origin.absent());
        out.writeNumber(origin.unknown());
        out.writeNumber(origin.notApplicable());
        for (int i = 0; i < fact.factKind().attributes().size(); i++) {
            value(fact.value(i));
        }
        out.writeEndArray();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof List<?> texts) {
            out.writeStartArray();
            texts.forEach(text -> out.writeString(String.valueOf(text)));
            out.writeEndArray();
        } else if (value instanceof Enum<?> choice) {
            out.writeString(choice.name());
        } else {
            out.writeString(value.toString());
        }
    }
}
