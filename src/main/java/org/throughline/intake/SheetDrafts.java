package org.throughline.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Sheet;
import org.throughline.facts.SheetReading;

/**
 * A file's rows as drafts, and the account of how it was read.
 *
 * @param rows how many rows the file has
 * @param drafts emptied once they are on their way to facts, which take as much room
 * @param roles the columns of a matrix that are roles
 * @param made the mapping that it was read by, or null where its headers and cells said all
 */
record SheetDrafts(
        Sheet sheet,
        String recognisedBy,
        RawTable table,
        int rows,
        List<Draft> drafts,
        List<FeedColumn> columns,
        RoleParts roles,
        SheetMapping mapping,
        @Nullable Mapping made) {

    Set<Attribute> constants() {
        return made == null ? Set.of() : made.constants().keySet();
    }

    /** The sheet, and one for each role. */
    Stream<Sheet> sheets() {
        return Stream.concat(Stream.of(sheet), roles.sheets().stream());
    }

    /** @param facts how many of its rows became facts */
    SheetReading reading(int facts) {
        List<FeedColumn> all = inOrder();
        Set<Integer> mapped = new HashSet<>();
        all.forEach(column -> mapped.add(column.feed.column()));
        return new SheetReading(
                table.file(),
                sheet.kind(),
                recognisedBy,
                table.encoding(),
                table.delimiter(),
                rows,
                facts,
                all.stream().map(column -> column.account().reading()).toList(),
                IntStream.range(0, table.headers().size())
                        .filter(column -> !mapped.contains(column))
                        .mapToObj(table.headers()::get)
                        .toList(),
                mapping.proposals(),
                roles.columns().stream().map(column -> column.feed.header()).toList(),
                constantTexts(),
                words(),
                Samples.of(table));
    }

    /** As the file has them; those that feed the same stay in the order in which they do. */
    private List<FeedColumn> inOrder() {
        Map<String, Integer> first = new HashMap<>();
        columns.forEach(column -> first.merge(column.feed.meaning().name(), column.feed.column(), Math::min));
        return Stream.concat(
                        columns.stream()
                                .sorted(Comparator.comparing(column ->
                                        first.get(column.feed.meaning().name()))),
                        roles.columns().stream())
                .toList();
    }

    private Map<String, String> constantTexts() {
        Map<String, String> texts = new TreeMap<>();
        if (made != null) {
            made.constants().forEach((attribute, text) -> texts.put(attribute.name(), text));
        }
        return texts;
    }

    private Map<String, Map<String, String>> words() {
        Map<String, Map<String, String>> words = new TreeMap<>();
        if (made != null) {
            made.values().forEach((attribute, meanings) -> {
                Map<String, String> names = new TreeMap<>();
                meanings.forEach((word, value) -> names.put(word, ChoiceReader.nameOf(value)));
                words.put(attribute.name(), names);
            });
        }
        return words;
    }
}
