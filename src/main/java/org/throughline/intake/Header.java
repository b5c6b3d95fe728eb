package org.throughline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a column.
 *
 * @param text as people see it; no other column of the table has it: {@code Cost / Q1}
 * @param name its own words: {@code Q1}
 * @param before what tells it from others of that name: the title of its group, or the header to its left; null where nothing does
 */
record Header(String text, String name, @Nullable String before) {

    /** Headers that need nothing to tell them apart. */
    static List<Header> plain(List<String> texts) {
        return texts.stream().map(text -> new Header(text, text, null)).toList();
    }
}
