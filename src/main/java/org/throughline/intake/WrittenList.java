package org.throughline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A list as programs write one into a cell: {@code ["a", "b"]} or {@code ['a', 'b']}. */
final class WrittenList {

    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'((?:[^'\\\\]|\\\\.)*+)')\\s*(,|$)");

    private WrittenList() {}

    /** Its items; null where the text is no such list. */
    static @Nullable List<String> items(String text) {
        if (text.length() < 2 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return null;
        }
        String inside = text.substring(1, text.length() - 1);
        if (inside.isBlank()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        Matcher item = ITEM.matcher(inside);
        int at = 0;
        boolean more = true;
        while (more) {
            if (!item.region(at, inside.length()).lookingAt()) {
                return null;
            }
            items.add(unescaped(item.group(1) == null ? item.group(2) : item.group(1)));
            at = item.end();
            more = !item.group(3).isEmpty();
        }
        return at == inside.length() ? items : null;
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replaceAll("\\\\(.)", "$1");
    }
}
