package org.throughline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param file the file or sheet that it was made from, or null
 * @param recognisedBy headers that a file must have, all of them, for the mapping to be taken by itself; none: only where asked for
 * @param roles headers that are roles, where cells say what part the role has
 * @param constants what a column that the file lacks says in every row
 * @param values words of the file for values, by column
 * @param more the mappings of further files, where one document holds several
 * @param problems what in the document could not be understood, and was left out
 */
public record Mapping(
        String name,
        String title,
        @Nullable String file,
        Kind kind,
        List<String> recognisedBy,
        List<Column> columns,
        List<String> roles,
        Map<Attribute, String> constants,
        Map<Attribute, Map<String, Object>> values,
        List<Mapping> more,
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

    /** The mappings of all files that the document holds. */
    Stream<Mapping> parts() {
        return Stream.concat(Stream.of(this), more.stream());
    }

    /** How many headers tell that a file is of this kind, or 0 where one is missing. */
    int recognises(List<String> headers) {
        Set<String> there = new HashSet<>();
        headers.forEach(header -> there.add(Words.squeeze(header)));
        return recognisedBy.stream().allMatch(header -> there.contains(Words.squeeze(header)))
                ? recognisedBy.size()
                : 0;
    }

    /** What its words mean, as it is looked up. */
    Map<Attribute, Map<String, Object>> vocabulary() {
        Map<Attribute, Map<String, Object>> vocabulary = new HashMap<>();
        values.forEach((attribute, words) -> {
            Map<String, Object> keys = new HashMap<>();
            words.forEach((word, value) -> keys.put(Vocabulary.wordKey(word), value));
            vocabulary.put(attribute, keys);
        });
        return vocabulary;
    }

    SheetMapping of(List<Header> headers) {
        Map<String, Integer> positions = positions(headers);
        List<Feed> feeds = new ArrayList<>();
        for (Column column : columns) {
            Integer position = find(positions, column.header);
            if (position != null) {
                String how = "mapping " + name
                        + (column.meaning.when() == null
                                ? ""
                                : ", where " + column.meaning.when().text());
                feeds.add(new Feed(position, headers.get(position).text(), column.meaning, how, column.unit));
            }
        }
        feeds.sort(Comparator.comparing(feed -> feed.meaning().when() != null));
        return new SheetMapping(kind, feeds, List.of(), List.of());
    }

    /** Positions of the columns whose headers are roles. */
    List<Integer> rolesIn(List<Header> headers) {
        Map<String, Integer> positions = positions(headers);
        return roles.stream()
                .map(role -> find(positions, role))
                .filter(Objects::nonNull)
                .toList();
    }

    /** By its whole text, else by its letters and digits, else by its own words alone; the first column of a name counts. */
    private static Map<String, Integer> positions(List<Header> headers) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            positions.put("=" + headers.get(i).text(), i);
        }
        for (int i = 0; i < headers.size(); i++) {
            positions.putIfAbsent(Words.squeeze(headers.get(i).text()), i);
        }
        for (int i = 0; i < headers.size(); i++) {
            positions.putIfAbsent(Words.squeeze(headers.get(i).name()), i);
        }
        return positions;
    }

    private static @Nullable Integer find(Map<String, Integer> positions, String header) {
        Integer exact = positions.get("=" + header);
        return exact == null ? positions.get(Words.squeeze(header)) : exact;
    }
}
