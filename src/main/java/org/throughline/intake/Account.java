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
            for (Fact fact : ofKind) {
                if (fact.listed()) {
                    facts.merge(fact.origin().sheet(), 1, Integer::sum);
                }
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
