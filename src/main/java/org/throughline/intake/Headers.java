package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The headers of a table, each told apart from the others. */
final class Headers {

    private Headers() {}

    /** A repeated header gets a number: "Comment", "Comment (2)". */
    static List<String> of(String[] cells) {
        List<String> headers = new ArrayList<>(cells.length);
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            String name = Words.trim(cell);
            String header = name;
            for (int repeat = 2; !header.isEmpty() && !taken.add(header); repeat++) {
                header = name + " (" + repeat + ")";
            }
            headers.add(header);
        }
        return headers;
    }
}
