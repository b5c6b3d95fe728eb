package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first texts of each column, so that somebody can tell what it is about without opening the file. */
final class Samples {

    private static final int ROWS = 20;
    private static final int TEXTS = 3;
    private static final int CHARACTERS = 60;

    private Samples() {}

    /** By header; none where the file cannot be read any more. */
    static Map<String, List<String>> of(RawTable table) {
        Map<String, List<String>> samples = new HashMap<>();
        try {
            for (@Nullable Object[] row : table.sample(ROWS)) {
                for (int i = 0; i < Math.min(row.length, table.headers().size()); i++) {
                    add(samples.computeIfAbsent(table.headers().get(i), key -> new ArrayList<>()), row[i]);
                }
            }
        } catch (IOException gone) {
            return Map.of();
        }
        return samples;
    }

    private static void add(List<String> texts, @Nullable Object cell) {
        String text = cell == null ? "" : shortened(cell.toString().strip());
        if (!text.isEmpty() && texts.size() < TEXTS && !texts.contains(text)) {
            texts.add(text);
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS - 1)) + "…";
    }
}
