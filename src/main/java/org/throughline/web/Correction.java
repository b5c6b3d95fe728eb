package org.throughline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;
import org.throughline.report.MappingYaml;

/** What somebody who knows a file says its columns are, as a mapping to read it by. */
final class Correction {

    private Correction() {}

    /**
     * @param form {@code kind-0}: what the rows of the first file are; {@code column-0-2}: what its third line is, or empty to leave it aside
     * @return the mapping's text
     */
    static String mapping(Reading reading, Map<String, String> form) {
        List<SheetReading> sheets = new ArrayList<>();
        for (SheetReading sheet : reading.sheets()) {
            sheets.add(corrected(SheetView.of(sheet, sheets.size()), form));
        }
        StringBuilder yaml = new StringBuilder();
        MappingYaml.write(new Reading(reading.portfolio(), List.of(), sheets), yaml);
        return yaml.toString();
    }

    private static SheetReading corrected(SheetView view, Map<String, String> form) {
        String chosen = form.getOrDefault("kind-" + view.index(), "");
        @Nullable Kind kind = chosen.isEmpty() ? view.it().kind() : Kind.ofTable(chosen);
        List<Column> columns = new ArrayList<>();
        List<String> aside = new ArrayList<>();
        for (SheetView.Line line : view.lines()) {
            String said = form.getOrDefault("column-" + view.index() + "-" + line.index(), line.attribute());
            if (said.isEmpty() || kind == null || !isOf(kind, said)) {
                aside.add(line.header());
            } else {
                columns.add(column(line, said));
            }
        }
        return view.it().withColumns(columns.isEmpty() ? null : kind, columns, aside);
    }

    /** Some feed a part of an attribute: {@code team_id.parent}. */
    private static boolean isOf(Kind kind, String attribute) {
        return kind.find(attribute.split("\\.")[0]) != null;
    }

    private static Column column(SheetView.Line line, String attribute) {
        @Nullable Column was = line.column();
        return was != null && was.attribute().equals(attribute)
                ? was
                : new Column(line.header(), attribute, "you", null, null, 0, 0, 0, 0, List.of(), List.of());
    }
}
