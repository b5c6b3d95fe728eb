package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.throughline.findings.SubjectType;
import org.throughline.rulebook.Tables;

/** {@code rules/effort.csv}: the size class of each kind of recommendation, and of each where a wider unit takes more. */
final class Efforts {

    static final String FILE = "effort.csv";

    private static final List<String> COLUMNS = List.of("kind", "place", "size", "days", "reason");
    private static final List<String> PLACES = List.of("", "workflow", "team", "organisation", "file", "column");
    private static final List<String> SIZES = List.of("S", "M", "L", "XL");

    private final Map<String, Effort> efforts = new HashMap<>();

    Efforts(String csv, Set<String> kinds, Faults faults) {
        int row = 1;
        for (Map<String, String> line : Tables.rows(FILE, csv, COLUMNS)) {
            row++;
            read(line, row, kinds, faults);
        }
        for (String kind : kinds) {
            if (!efforts.containsKey(kind + ":")) {
                faults.add(
                        FILE,
                        null,
                        "no line says what " + kind + " takes",
                        "a line with that kind and an empty place",
                        "Add " + kind + ",,M,5,\"why\".");
            }
        }
    }

    private void read(Map<String, String> line, int row, Set<String> kinds, Faults faults) {
        String kind = line.getOrDefault("kind", "").strip();
        String size = line.getOrDefault("size", "").strip();
        if (!kinds.contains(kind)) {
            String expected = "one of " + String.join(", ", kinds);
            faults.add(
                    FILE,
                    row,
                    "kind is \"" + kind + "\"",
                    expected,
                    "Correct the kind, or describe it in remedies.yaml.");
        }
        if (!SIZES.contains(size)) {
            faults.add(
                    FILE, row, "size is \"" + size + "\"", "one of " + String.join(", ", SIZES), "Correct the size.");
        }
        String place = line.getOrDefault("place", "").strip();
        if (!PLACES.contains(place)) {
            faults.add(
                    FILE,
                    row,
                    "place is \"" + place + "\"",
                    "empty, for any place, or one of " + String.join(", ", PLACES.subList(1, PLACES.size())),
                    "Correct the place.");
        }
        BigDecimal days = faults.number(FILE, row, line, "days");
        if (days != null && days.signum() == 0) {
            faults.add(FILE, row, "days is 0", "more than 0 days", "Write 0.5 for half a day.");
        } else if (days != null) {
            efforts.put(kind + ":" + place, new Effort(size, days));
        }
    }

    Effort of(String kind, SubjectType place) {
        return of(kind, place.word());
    }

    /** For that place, else for any. */
    Effort of(String kind, String place) {
        Effort wider = efforts.get(kind + ":" + place);
        return wider != null ? wider : Objects.requireNonNull(efforts.get(kind + ":"));
    }
}
