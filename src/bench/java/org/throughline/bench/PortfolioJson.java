package org.throughline.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import tools.jackson.databind.json.JsonMapper;

/** Facts as the document that a client of the API would send. */
final class PortfolioJson {

    private PortfolioJson() {}

    static byte[] bytes(Portfolio facts) {
        Map<String, Object> tables = new LinkedHashMap<>();
        facts.facts()
                .forEach((kind, all) -> tables.put(
                        kind.table(), all.stream().map(fact -> row(kind, fact)).toList()));
        return new JsonMapper().writeValueAsBytes(tables);
    }

    private static Map<String, Object> row(Kind kind, Fact fact) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Attribute attribute : kind.attributes()) {
            Object value = fact.value(attribute.index());
            if (value != null) {
                row.put(attribute.name(), cell(value));
            } else if ((fact.origin().absent() & 1L << attribute.index()) != 0) {
                row.put(attribute.name(), null);
            }
        }
        return row;
    }

    private static Object cell(Object value) {
        if (value instanceof List<?> list) {
            return String.join("; ", list.stream().map(Object::toString).toList());
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
