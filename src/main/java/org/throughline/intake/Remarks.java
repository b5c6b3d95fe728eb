package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/** What to write beside the rows of one file. */
final class Remarks {

    private static final String BETWEEN = " | ";
    /** A cell of a spreadsheet holds 32,767 characters. */
    private static final int LONGEST = 32_000;

    private static final String MORE = "… and more: check without --annotate shows all";

    private final Map<Integer, List<String>> byRow = new HashMap<>();
    private final List<String> whole = new ArrayList<>();

    /**
     * @param file as problems name it
     * @param words how a problem is put beside its row
     */
    static Remarks of(String file, List<Problem> problems, Function<Problem, String> words) {
        Remarks remarks = new Remarks();
        for (Problem problem : problems) {
            if (file.equals(problem.file())) {
                String remark = words.apply(problem).replace(BETWEEN, "/");
                Integer row = problem.row();
                (row == null ? remarks.whole : remarks.byRow.computeIfAbsent(row, key -> new ArrayList<>()))
                        .add(remark);
            }
        }
        return remarks;
    }

    boolean areNone() {
        return byRow.isEmpty() && whole.isEmpty();
    }

    /** What there is to say up to the header is said in the first row below it. */
    void belowHeader(int lastRowOfHeader, int firstRow) {
        List<String> above = new ArrayList<>(whole);
        byRow.entrySet().stream()
                .filter(entry -> entry.getKey() <= lastRowOfHeader)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue().forEach(text -> above.add("row " + entry.getKey() + ": " + text)));
        if (!above.isEmpty()) {
            above.addAll(byRow.getOrDefault(firstRow, List.of()));
            byRow.put(firstRow, above);
        }
    }

    /** What is wrong in the row, or null. */
    @Nullable
    String in(int row) {
        List<String> remarks = byRow.get(row);
        if (remarks == null) {
            return null;
        }
        String all = String.join(BETWEEN, remarks);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + MORE;
    }
}
