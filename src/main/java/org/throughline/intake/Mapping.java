package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;

/**
 * How the columns of a known kind of spreadsheet are to be read: a file in {@code rules/mappings}, made for one inventory and found again
 * by its header row. What it does not name is left aside.
 *
 * @param name as the user calls it: the file's name without its extension
 * @param title for people
 * @param recognisedBy headers that a file must have, all of them, for the mapping to be taken by itself; none: only where asked for
 * @param constants what a column that the file lacks says in every row
 * @param values words of the file for values, squeezed, by column
 * @param problems what in the file could not be understood, and was left out
 */
public record Mapping(
        String name,
        String title,
        Kind kind,
        List<String> recognisedBy,
        List<Column> columns,
        Map<Attribute, String> constants,
        Map<Attribute, Map<String, Object>> values,
        List<Problem> problems) {

    /**
     * A column and what it feeds; where two feed the same, the first that says something counts.
     *
     * @param unit of plain numbers in it ({@code d}), or null for the canonical one
     */
    record Column(String header, Meaning meaning, @Nullable String unit) {}

    /** Reads a mapping's YAML; faults are in {@link #problems()}. */
    public static Mapping parse(String name, String yaml) {
        return new MappingReader(name).read(yaml);
    }

    /** How many headers tell that a file is of this kind, or 0 where one is missing. */
    int recognises(List<String> headers) {
        Set<String> there = new HashSet<>();
        headers.forEach(header -> there.add(Words.squeeze(header)));
        return recognisedBy.stream().allMatch(header -> there.contains(Words.squeeze(header)))
                ? recognisedBy.size()
                : 0;
    }

    SheetMapping of(List<String> headers) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = headers.size() - 1; i >= 0; i--) {
            positions.put(Words.squeeze(headers.get(i)), i);
        }
        List<Feed> feeds = new ArrayList<>();
        for (Column column : columns) {
            Integer position = positions.get(Words.squeeze(column.header));
            if (position != null) {
                String how = "mapping " + name
                        + (column.meaning.when() == null
                                ? ""
                                : ", where " + column.meaning.when().text());
                feeds.add(new Feed(position, headers.get(position), column.meaning, how, column.unit));
            }
        }
        feeds.sort(java.util.Comparator.comparing(feed -> feed.meaning().when() != null));
        return new SheetMapping(kind, feeds, List.of());
    }
}
