package org.throughline.intake;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Fact;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import org.throughline.facts.SheetReading;

/** How many facts came of each file. */
final class Account {

    private final List<SheetDrafts> sheets;
    private final Map<Sheet, Integer> facts = new IdentityHashMap<>();

    Account(List<SheetDrafts> sheets, Portfolio portfolio) {
        this.sheets = sheets;
        for (List<? extends Fact> ofKind : portfolio.facts().values()) {
            count(ofKind);
        }
    }

    /** Facts of one sheet mostly stand together. */
    private void count(List<? extends Fact> ofKind) {
        int from = 0;
        for (int i = 1; i <= ofKind.size(); i++) {
            Sheet sheet = ofKind.get(from).origin().sheet();
            if (i == ofKind.size() || ofKind.get(i).origin().sheet() != sheet) {
                if (ofKind.get(from).listed()) {
                    facts.merge(sheet, i - from, Integer::sum);
                }
                from = i;
            }
        }
    }

    List<SheetReading> readings() {
        return sheets.stream()
                .map(sheet -> sheet.reading(sheet.sheets()
                        .mapToInt(each -> facts.getOrDefault(each, 0))
                        .sum()))
                .toList();
    }
}
