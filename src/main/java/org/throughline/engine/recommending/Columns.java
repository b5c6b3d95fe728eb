package org.throughline.engine.recommending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.rulebook.Tables;

/** {@code rules/advice/columns.csv}: what files and columns say, in the words of a reader who has never seen them. */
final class Columns {

    static final String FILE = "advice/columns.csv";

    private final Map<String, String> words = new HashMap<>();

    Columns(String csv, Faults faults) {
        int row = 1;
        for (Map<String, String> line : Tables.rows(FILE, csv, List.of("name", "words"))) {
            row++;
            String name = line.getOrDefault("name", "").strip();
            if (!exists(name)) {
                faults.add(
                        FILE,
                        row,
                        "no inventory has \"" + name + "\"",
                        "a file (decisions) or a column (use_cases.stage)",
                        "Correct the name.");
            }
            words.put(name, line.getOrDefault("words", "").strip());
        }
    }

    private static boolean exists(String name) {
        int dot = name.indexOf('.');
        Kind kind = Kind.ofTable(dot < 0 ? name : name.substring(0, dot));
        if (kind == null || dot < 0) {
            return kind != null;
        }
        Attribute column = kind.find(name.substring(dot + 1));
        return column != null;
    }

    /** What it says, or its name with blanks. */
    String of(String name) {
        return words.getOrDefault(name, name.replace('_', ' ').replace(".", ": "));
    }
}
