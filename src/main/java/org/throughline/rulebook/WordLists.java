package org.throughline.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.WordList;

/** Reads the lists of texts that rules look up: a table with the column {@code value}. */
final class WordLists {

    private static final List<String> NAMES = List.of("placeholders", "stopwords");

    private WordLists() {}

    /** One of each name, empty where the folder has no such file. */
    static List<WordList> of(RuleFiles files) {
        return NAMES.stream().map(name -> read(name, files.text(name + ".csv"))).toList();
    }

    private static WordList read(String name, @org.jspecify.annotations.Nullable String csv) {
        Set<String> values = new HashSet<>();
        if (csv != null) {
            for (Map<String, String> row : Tables.rows(name + ".csv", csv, List.of("value"))) {
                values.add(Texts.fold(row.getOrDefault("value", "")));
            }
        }
        return new WordList(name, values);
    }
}
