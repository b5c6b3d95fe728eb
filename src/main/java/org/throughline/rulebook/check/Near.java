package org.throughline.rulebook.check;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.throughline.facts.Nearest;

/** What somebody may have meant by a name that is not there. */
final class Near {

    private static final int SHOWN = 2;
    private static final int LISTED = 12;

    private Near() {}

    /** Up to two of the names, the nearest first. */
    static List<String> to(String wanted, Collection<String> names) {
        return Nearest.to(wanted, names).stream().limit(SHOWN).toList();
    }

    /** "Did you mean startedOn?", or what there is. */
    static String hint(String wanted, Collection<String> names) {
        List<String> near = to(wanted, names);
        if (!near.isEmpty()) {
            return "Did you mean " + String.join(" or ", near) + "?";
        }
        String all = names.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return names.isEmpty() ? "There are none." : "There is " + all + (names.size() > LISTED ? ", ..." : ".");
    }
}
