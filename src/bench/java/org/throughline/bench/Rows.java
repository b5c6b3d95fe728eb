package org.throughline.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;

/** Facts as if they had been read from files that have every column. */
final class Rows {

    private final Map<Kind, List<Fact>> facts = new EnumMap<>(Kind.class);
    private final Map<Kind, Sheet> sheets = new EnumMap<>(Kind.class);

    Rows() {
        for (Kind kind : Kind.values()) {
            facts.put(kind, new ArrayList<>());
            Map<String, String> headers = new HashMap<>();
            kind.attributes().forEach(attribute -> headers.put(attribute.name(), attribute.name()));
            sheets.put(kind, new Sheet(kind.table() + ".csv", kind, headers));
        }
    }

    interface Maker {
        Fact of(Origin origin, Object[] values);
    }

    /** A row; null is what a blank cell is. */
    void add(Kind kind, Maker maker, Object... values) {
        long absent = 0;
        long unknown = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                boolean blankIsAbsent = kind.attributes().get(i).type().blankIsAbsent();
                absent |= blankIsAbsent ? 1L << i : 0;
                unknown |= blankIsAbsent ? 0 : 1L << i;
            }
        }
        List<Fact> rows = facts.get(kind);
        rows.add(maker.of(new Origin(sheets.get(kind), rows.size() + 2, absent, unknown, 0), values));
    }

    Portfolio portfolio(LocalDate asOf) {
        Set<String> known = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            known.add(kind.table());
            kind.attributes().forEach(attribute -> known.add(attribute.qualifiedName()));
        }
        return new Portfolio(asOf, new EnumMap<>(facts), known, "sha256:bench");
    }
}
