package org.throughline.intake;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/** What the rows of the other tables of an input are called: cells that are such ids or names refer to them. Looked up when asked for. */
final class Neighbours {

    private static final int LOOKED_AT = 20_000;
    private static final Set<String> NAMING = Set.of("id", "name", "email");

    private final List<RawTable> tables;
    private final IntakeOptions options;
    private final Map<Kind, Map<RawTable, Set<String>>> names = new EnumMap<>(Kind.class);

    Neighbours(List<RawTable> tables, IntakeOptions options) {
        this.tables = tables;
        this.options = options;
    }

    /** Ids, folded; of people and teams their names and addresses too. */
    Set<String> names(Kind kind, RawTable asking) throws IOException {
        Map<RawTable, Set<String>> known = names.get(kind);
        if (known == null) {
            known = read(kind);
            names.put(kind, known);
        }
        Set<String> others = new HashSet<>();
        known.forEach((table, texts) -> others.addAll(table == asking ? Set.of() : texts));
        return others;
    }

    private Map<RawTable, Set<String>> read(Kind kind) throws IOException {
        Map<RawTable, Set<String>> known = new java.util.IdentityHashMap<>();
        for (RawTable table : tables) {
            SheetMapping mapping = mapping(table);
            if (mapping != null && mapping.kind() == kind) {
                known.put(table, texts(table, mapping));
            }
        }
        return known;
    }

    private @Nullable SheetMapping mapping(RawTable table) {
        Mapping chosen = new MappingChoice(options).of(table);
        if (chosen != null) {
            return chosen.of(table.columns());
        }
        Kind kind = table.kind() == null
                ? new KindFinder(options.vocabulary())
                        .find(table.file(), table.columns())
                        .kind()
                : table.kind();
        return kind == null ? null : SheetMapping.of(kind, table.columns(), options.vocabulary());
    }

    private static Set<String> texts(RawTable table, SheetMapping mapping) throws IOException {
        List<Feed> naming =
                mapping.feeds().stream().filter(Neighbours::isNaming).toList();
        Set<String> texts = new HashSet<>();
        for (Object[] row : naming.isEmpty() ? List.<@Nullable Object[]>of() : table.sample(LOOKED_AT)) {
            for (Feed feed : naming) {
                if (row[feed.column()] instanceof String text && !text.isBlank()) {
                    texts.add(Texts.fold(Words.trim(text)));
                }
            }
        }
        return texts;
    }

    private static boolean isNaming(Feed feed) {
        Attribute attribute = feed.meaning().attribute();
        boolean byName = attribute.kind() == Kind.PERSON || attribute.kind() == Kind.TEAM;
        return !feed.meaning().parent()
                && (byName
                        ? NAMING.contains(attribute.name())
                        : attribute.name().equals("id"));
    }
}
