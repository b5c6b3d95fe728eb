package org.throughline.rulebook.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant by a name that is not there. */
final class Near {

    private static final int SHOWN = 2;
    private static final int LISTED = 12;

    private Near() {}

    /** Up to two of the names, the nearest first; none that differs in more than a third of its letters. */
    static List<String> to(String wanted, Collection<String> names) {
        record Close(String name, int distance) {}
        int limit = Math.max(1, wanted.length() / 3);
        return names.stream()
                .map(name -> new Close(name, distance(plain(wanted), plain(name))))
                .filter(close -> close.distance() <= limit)
                .sorted(Comparator.comparingInt(Close::distance).thenComparing(Close::name))
                .limit(SHOWN)
                .map(Close::name)
                .toList();
    }

    /** "Did you mean startedOn?", or what there is. */
    static String hint(String wanted, Collection<String> names) {
        List<String> near = to(wanted, names);
        if (!near.isEmpty()) {
            return "Did you mean " + String.join(" or ", near) + "?";
        }
        String all = names.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return names.isEmpty() ? "There are none." : "There is " + all + (names.size() > LISTED ? ", ..." : "") + ".";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Letters to add, drop or change, or to swap with the next. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int change = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
