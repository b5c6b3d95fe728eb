package org.throughline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/** Problems of one kind in one column of a file: the first are shown, and below the last of them how many more there are. */
public final class Alike {

    private static final int SHOWN = 20;
    private static final int PLACES = 8;
    private static final Pattern PARTICULARS = Pattern.compile("\"[^\"]*\"|\\d+");

    private final List<Integer> rows = new ArrayList<>();
    private int count;
    private int lastShown;

    private Alike() {}

    /**
     * A problem that is shown.
     *
     * @param more what to say below it where it is the last shown of many, else null
     */
    public record Shown(Problem problem, @Nullable String more) {}

    /** Those to show, in their order. */
    public static List<Shown> of(List<Problem> problems) {
        Map<List<@Nullable Object>, Alike> kinds = new HashMap<>();
        List<Problem> shown = new ArrayList<>();
        for (Problem problem : problems) {
            Alike kind = kinds.computeIfAbsent(kind(problem), key -> new Alike());
            if (kind.count++ < SHOWN) {
                kind.lastShown = shown.size();
                shown.add(problem);
            } else if (problem.row() != null) {
                kind.rows.add(problem.row());
            }
        }
        Map<Integer, String> more = new HashMap<>();
        kinds.values().stream()
                .filter(kind -> kind.count > SHOWN)
                .forEach(kind -> more.put(kind.lastShown, kind.more()));
        List<Shown> all = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            all.add(new Shown(shown.get(i), more.get(i)));
        }
        return all;
    }

    /** What its texts say but for the values, ids and figures in them. */
    private static List<@Nullable Object> kind(Problem it) {
        return Arrays.asList(
                it.severity(), it.file(), it.column(), it.row() == null, general(it.found()), general(it.expected()));
    }

    private static String general(String text) {
        return PARTICULARS.matcher(text).replaceAll("#");
    }

    private String more() {
        String places = rows.isEmpty() ? "" : rows.size() == 1 ? " in row " + rows.get(0) : " in rows " + places();
        return "and " + Words.number(count - SHOWN) + " more like this" + places;
    }

    /** {@code 45, 47 to 60, 88 and others}: rows come in order. */
    private String places() {
        List<String> places = new ArrayList<>();
        int from = 0;
        while (from < rows.size() && places.size() < PLACES) {
            int to = from;
            while (to + 1 < rows.size() && rows.get(to + 1) - rows.get(to) <= 1) {
                to++;
            }
            boolean run = to - from > 1;
            places.add(run ? rows.get(from) + " to " + rows.get(to) : String.valueOf(rows.get(from)));
            from = run ? to + 1 : from + 1;
        }
        return String.join(", ", places) + (from < rows.size() ? " and others" : "");
    }
}
