package org.throughline.testkit;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;

/** Changes the ids that rows have, wherever they are referred to; what refers to no row stays as it is. */
final class Renaming {

    private final Organisation organisation;
    private final Function<String, String> renaming;
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);

    Renaming(Organisation organisation, Function<String, String> renaming) {
        this.organisation = organisation;
        this.renaming = renaming;
        for (Kind kind : Kind.values()) {
            Set<String> known = new HashSet<>();
            if (organisation.has(kind) && kind.find("id") != null) {
                organisation.rows(kind).forEach(row -> known.add(row.cell("id").trim()));
            }
            known.remove("");
            ids.put(kind, known);
        }
    }

    Organisation apply() {
        return organisation.replacingRows(this::renamed);
    }

    private Row renamed(Row row) {
        return row.copy(cells -> {
            Map<String, String> changed = new TreeMap<>();
            cells.forEach((column, cell) -> changed.put(column, renamed(row, column, cell)));
            return changed;
        });
    }

    private String renamed(Row row, String column, String cell) {
        Kind target = target(row, row.kind.attribute(column));
        return target == null
                ? cell
                : Stream.of(cell.split(";", -1))
                        .map(id -> ids.get(target).contains(id.trim()) ? renaming.apply(id.trim()) : id)
                        .collect(Collectors.joining(";"));
    }

    private @Nullable Kind target(Row row, Attribute column) {
        if (column.name().equals("subject_id")) {
            return row.cell("subject_type").equals("workflow") ? Kind.WORKFLOW : Kind.USE_CASE;
        }
        if (column.type() == AttributeType.PERSON) {
            return Kind.PERSON;
        }
        return column.name().equals("id") ? row.kind : column.refersTo();
    }
}
