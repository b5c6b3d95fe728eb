package org.throughline.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;
import org.throughline.facts.SheetReading.Proposal;

/**
 * How a file was read, as a table to correct: a line for each column and what it was taken for.
 *
 * @param index among the files, from 0
 * @param choices the columns that its kind of fact has
 */
public record SheetView(int index, SheetReading it, List<Line> lines, List<String> choices) {

    /**
     * A column of the file.
     *
     * @param attribute what it was taken for, or empty where it was left aside
     * @param evidence why
     * @param proposed what it may be, where that was not sure enough
     */
    public record Line(
            int index,
            String header,
            String attribute,
            List<String> samples,
            String evidence,
            @Nullable Column column,
            String proposed) {}

    static SheetView of(SheetReading it, int index) {
        List<Line> lines = new ArrayList<>();
        for (Column column : it.columns()) {
            lines.add(new Line(
                    lines.size(),
                    column.header(),
                    column.attribute(),
                    samples(it, column.header()),
                    column.matchedBy(),
                    column,
                    ""));
        }
        for (String header : it.unmapped()) {
            lines.add(new Line(lines.size(), header, "", samples(it, header), "", null, proposed(it, header)));
        }
        return new SheetView(index, it, lines, choices(it.kind()));
    }

    private static List<String> samples(SheetReading it, String header) {
        return it.samples().getOrDefault(header, List.of());
    }

    private static String proposed(SheetReading it, String header) {
        return it.proposals().stream()
                .filter(proposal -> proposal.header().equals(header))
                .map((Proposal proposal) -> proposal.attribute() + ": " + proposal.why())
                .collect(Collectors.joining("; "));
    }

    private static List<String> choices(@Nullable Kind kind) {
        return kind == null
                ? Arrays.stream(Kind.values())
                        .flatMap(each -> each.attributes().stream())
                        .map(Attribute::name)
                        .distinct()
                        .sorted()
                        .toList()
                : kind.attributes().stream().map(Attribute::name).toList();
    }
}
