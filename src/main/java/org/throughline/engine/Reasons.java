package org.throughline.engine;

import java.util.ArrayList;
import java.util.List;
import org.throughline.facts.Numbers;
import org.throughline.facts.Portfolio;

/** Says in a sentence why something could not be judged. */
final class Reasons {

    private Reasons() {}

    static String notJudged(Portfolio portfolio, List<String> missing, int subjects) {
        List<String> files = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String name : missing) {
            boolean column = name.contains(".");
            if (!column) {
                files.add(name);
            } else if (portfolio.known().contains(name)) {
                cells.add(name);
            } else {
                columns.add(name);
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, files, "there is no file ", "there are no files ");
        add(parts, columns, "no file has the column ", "no file has the columns ");
        add(parts, cells, "nobody filled in ", "nobody filled in ");
        return Numbers.count(subjects, "subject") + " not judged: " + String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, List<String> names, String one, String many) {
        if (!names.isEmpty()) {
            parts.add((names.size() == 1 ? one : many) + String.join(" and ", names));
        }
    }
}
