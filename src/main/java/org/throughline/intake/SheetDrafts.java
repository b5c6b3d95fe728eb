package org.throughline.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.throughline.facts.Sheet;
import org.throughline.facts.SheetReading;

/** A file's rows as drafts, and the account of how it was read. */
record SheetDrafts(
        Sheet sheet,
        String recognisedBy,
        RawTable table,
        List<Draft> drafts,
        List<FeedColumn> columns,
        SheetMapping mapping,
        Set<org.throughline.facts.Attribute> constants) {

    /** @param facts how many of its rows became facts */
    SheetReading reading(int facts) {
        Set<Integer> mapped = new HashSet<>();
        mapping.feeds().forEach(feed -> mapped.add(feed.column()));
        List<String> unmapped = new java.util.ArrayList<>();
        for (int i = 0; i < table.headers().size(); i++) {
            if (!mapped.contains(i)) {
                unmapped.add(table.headers().get(i));
            }
        }
        return new SheetReading(
                table.file(),
                sheet.kind(),
                recognisedBy,
                table.encoding(),
                table.delimiter(),
                drafts.size(),
                facts,
                columns.stream().map(FeedColumn::reading).toList(),
                unmapped);
    }
}
