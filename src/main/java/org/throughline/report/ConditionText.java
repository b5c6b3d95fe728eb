package org.throughline.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.findings.Alterations;
import org.throughline.findings.Covered;
import org.throughline.findings.Survivor;

/** What scenarios do not show of conditions: which never made a difference, and which could be others. */
final class ConditionText {

    private static final int INDENT = 2;
    private static final int SHOWN = 40;

    private ConditionText() {}

    static void coverage(List<Covered> all, Page page) {
        if (all.isEmpty()) {
            return;
        }
        page.heading("Conditions that always came out the same");
        Map<String, List<Covered>> byRule = all.stream()
                .filter(it -> !it.bothWays())
                .collect(Collectors.groupingBy(ConditionText::rule, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, conditions) -> {
            page.paragraph(INDENT, rule, Page.Style.BOLD);
            conditions.forEach(it -> page.hang(
                    " ".repeat(2 * INDENT), 3 * INDENT, "line " + it.line() + ": " + it.condition() + ": " + word(it)));
        });
        page.blank();
        page.paragraph(
                INDENT,
                number(all.stream().filter(Covered::bothWays).count()) + " of " + Words.count(all.size(), "condition")
                        + " were seen to hold and not to hold; "
                        + all.stream().filter(it -> it.unknown() > 0).count() + " asked for what nobody knows.");
    }

    private static String rule(Covered it) {
        return it.rule() + " (" + it.file() + ")";
    }

    private static String word(Covered it) {
        if (it.holds() > 0) {
            return "never failed";
        }
        return it.fails() + it.unknown() > 0 ? "never held" : "never tried";
    }

    static void alterations(Alterations all, Page page) {
        if (all.tried() == 0) {
            return;
        }
        page.heading("Write a scenario for this: no scenario would notice the condition changed");
        Map<String, List<Survivor>> byRule = all.survivors().stream()
                .collect(Collectors.groupingBy(
                        it -> it.alteration().rule() + " (" + it.alteration().file() + ")",
                        LinkedHashMap::new,
                        Collectors.toList()));
        byRule.entrySet().stream().limit(SHOWN).forEach(each -> {
            page.paragraph(INDENT, each.getKey(), Page.Style.BOLD);
            each.getValue().forEach(it -> page.hang(" ".repeat(2 * INDENT), 3 * INDENT, sentence(it)));
        });
        page.blank();
        String more = byRule.size() > SHOWN
                ? " Here are " + SHOWN + " of " + byRule.size() + " rules; --format json lists all."
                : "";
        page.paragraph(INDENT, summary(all) + more);
    }

    /** {@code line 28: startedOn < $limit, with <= instead of <: makes no difference anywhere}. */
    static String sentence(Survivor it) {
        return "line " + it.alteration().line() + ": " + it.alteration().was() + ", "
                + it.alteration().change() + ": "
                + (it.differsIn() == null
                        ? "makes no difference anywhere"
                        : "makes a difference in " + it.differsIn() + ", whose expected.yaml does not ask for it");
    }

    static String summary(Alterations all) {
        return number(all.tried()) + " of " + Words.count(all.all(), "change") + " of a condition tried"
                + (all.tried() < all.all() ? " in the time given" : "") + ": " + number(all.noticed()) + " noticed, "
                + number(all.survivors().size()) + " not"
                + (all.unclear() == 0 ? "." : ", " + all.unclear() + " that only compiling them could tell.");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
