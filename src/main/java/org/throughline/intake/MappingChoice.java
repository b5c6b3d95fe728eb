package org.throughline.intake;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;

/** Which mapping a table is read by, if any: the one that the user chose, else one that was made for such headers. */
final class MappingChoice {

    private final IntakeOptions options;

    MappingChoice(IntakeOptions options) {
        this.options = options;
    }

    @Nullable
    Mapping of(RawTable table) {
        Mapping chosen = options.mapping() == null ? null : chosen(table, options.mapping());
        if (chosen != null || table.kind() != null || isCanonical(table)) {
            return chosen;
        }
        List<Mapping> known =
                options.mappings().get().stream().flatMap(Mapping::parts).toList();
        return best(known, table.headers());
    }

    /** The part that was made from this very file, else from such headers, else the only one where it fits. */
    private @Nullable Mapping chosen(RawTable table, Mapping chosen) {
        Mapping made = only(chosen, part -> table.file().equals(part.file()));
        if (made == null) {
            made = only(
                    chosen,
                    part -> part.file() != null && baseName(table.file()).equals(baseName(part.file())));
        }
        if (made != null && fedBy(made, table) > 0) {
            return made;
        }
        if (table.kind() != null) {
            return null;
        }
        Mapping best = best(chosen.parts().toList(), table.headers());
        return best == null && chosen.more().isEmpty() && fits(chosen, table) ? chosen : best;
    }

    private static @Nullable Mapping only(Mapping chosen, Predicate<Mapping> wanted) {
        List<Mapping> found = chosen.parts().filter(wanted).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static String baseName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private static @Nullable Mapping best(List<Mapping> mappings, List<String> headers) {
        return mappings.stream()
                .filter(mapping -> mapping.recognises(headers) > 0)
                .max(Comparator.comparingInt(mapping -> mapping.recognises(headers)))
                .orElse(null);
    }

    /** It explains the columns at least as well as what the file is called does. */
    private boolean fits(Mapping mapping, RawTable table) {
        Kind named = new KindFinder(options.vocabulary()).byName(table.file());
        int fed = fedBy(mapping, table);
        return fed > 0
                && (named == null
                        || named == mapping.kind()
                        || fed
                                >= SheetMapping.of(named, table.columns(), options.vocabulary())
                                        .distinctAttributes());
    }

    private static int fedBy(Mapping mapping, RawTable table) {
        return mapping.of(table.columns()).distinctAttributes()
                + mapping.rolesIn(table.columns()).size();
    }

    /** Named and headed as the canonical form says: no mapping was made for that. */
    private boolean isCanonical(RawTable table) {
        Kind kind = new KindFinder(options.vocabulary()).byName(table.file());
        return kind != null && table.headers().stream().allMatch(header -> kind.find(header) != null);
    }
}
