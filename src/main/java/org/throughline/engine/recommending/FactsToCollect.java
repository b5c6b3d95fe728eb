package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.facts.Texts;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;

/** The files and columns that would let most of what could not be judged be judged: what to find out next. */
final class FactsToCollect {

    private static final int LISTED = 12;
    private static final int EXAMPLES = 3;

    /**
     * What hangs on a file or column: diagnostics that could not be judged without it or that found something by assuming it; of those the
     * ones for which it alone is missing; and the most subjects of one of them.
     */
    private static final class Gap {
        private final String name;
        private final Set<String> diagnostics = new TreeSet<>();
        private final Set<String> alone = new TreeSet<>();
        private final Set<String> assumed = new TreeSet<>();
        private final Map<String, Integer> subjects = new TreeMap<>();

        private Gap(String name) {
            this.name = name;
        }

        private void add(NotJudged one) {
            diagnostics.add(one.diagnostic());
            subjects.merge(one.diagnostic(), one.subjects(), Integer::sum);
            if (one.missing().size() == 1) {
                alone.add(one.diagnostic());
            }
        }

        private void addAssumption(String diagnostic) {
            diagnostics.add(diagnostic);
            assumed.add(diagnostic);
            subjects.merge(diagnostic, 1, Integer::sum);
        }

        private int most() {
            return subjects.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    private static final Comparator<Gap> MOST_FIRST = Comparator.comparing((Gap gap) -> -gap.diagnostics.size())
            .thenComparing(gap -> -gap.alone.size())
            .thenComparing(gap -> -gap.most())
            .thenComparing(gap -> gap.name, Texts.BY_CODE_POINT);

    private final AdviceBook book;
    private final Set<String> known;
    private final int live;
    private final List<Ranking.Ranked> others;

    FactsToCollect(AdviceBook book, Set<String> known, int live, List<Ranking.Ranked> others) {
        this.book = book;
        this.known = known;
        this.live = live;
        this.others = others;
    }

    /** At most as many as {@code collect-at-most} says; none where everything is known. */
    List<Draft> drafts(Judged judged, Certainty certainty) {
        Map<String, Gap> gaps = new HashMap<>();
        for (NotJudged one : judged.notJudged()) {
            one.missing().forEach(name -> gaps.computeIfAbsent(name, Gap::new).add(one));
        }
        for (Finding finding : judged.findings()) {
            if (finding.assumed() && finding.severity() != Severity.POSITIVE) {
                certainty
                        .assumedIn(finding)
                        .forEach(name -> gaps.computeIfAbsent(name, Gap::new).addAssumption(finding.diagnostic()));
            }
        }
        int most = book.threshold(AdviceBook.COLLECT_AT_MOST).intValue();
        return gaps.values().stream()
                .sorted(MOST_FIRST)
                .limit(most)
                .map(this::draft)
                .toList();
    }

    private Draft draft(Gap gap) {
        Remedy remedy = book.remedies.of(Remedies.COLLECT);
        String place = gap.name.contains(".") ? "column" : "file";
        Effort effort = book.efforts.of(remedy.kind(), place);
        BigDecimal spread = spread(gap);
        Weight weight = new Weight(
                book.tiers.tier(Severity.LOW, spread, Basis.OBSERVED), null, Severity.LOW, gap.diagnostics.size(), 0);
        return new Draft(
                remedy.kind() + ":" + gap.name,
                remedy,
                Subject.ORGANISATION,
                says(remedy, gap),
                book.remedies.words().say("collect_decides"),
                why(gap),
                weight,
                Basis.OBSERVED,
                false,
                effort,
                BigDecimal.ONE,
                spread,
                null,
                "",
                List.of(),
                Set.of(),
                List.of());
    }

    private BigDecimal spread(Gap gap) {
        return live == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(gap.most())
                        .divide(BigDecimal.valueOf(live), MathContext.DECIMAL64)
                        .min(BigDecimal.ONE);
    }

    private Form says(Remedy remedy, Gap gap) {
        Map<String, String> values = new HashMap<>();
        values.put("column", gap.name);
        values.put("about", book.columns.of(gap.name));
        values.put("diagnostics", listed(gap));
        values.put("n", Words.number(gap.most()));
        return Telling.filled(remedy.named(known.contains(gap.name) ? "partly" : "missing"), values);
    }

    private String why(Gap gap) {
        Words words = book.remedies.words();
        String unlocks = words.say(
                gap.most() == 0 ? "collect_why_all" : "collect_why",
                "n",
                Words.number(gap.diagnostics.size()),
                "diagnostics",
                listed(gap),
                "subjects",
                Words.number(gap.most()));
        List<String> said = new ArrayList<>(List.of(unlocks));
        if (gap.most() > 0 && !gap.alone.isEmpty()) {
            said.add(words.say("collect_alone", "alone", Words.number(gap.alone.size())));
        }
        List<String> titles = new ArrayList<>();
        others.stream()
                .filter(one -> hangsOn(one.draft(), gap))
                .limit(2)
                .forEach(one -> titles.add(one.draft().says().title()));
        if (!titles.isEmpty()) {
            said.add(words.say("collect_sharpens", "titles", String.join("; ", titles)));
        }
        return String.join(" ", said);
    }

    /** All of them, as long as a reader would read them. */
    private String listed(Gap gap) {
        if (gap.diagnostics.size() <= LISTED) {
            return String.join(", ", gap.diagnostics);
        }
        List<String> first = new ArrayList<>(gap.diagnostics).subList(0, EXAMPLES);
        String more = book.remedies.words().say("more", "n", Words.number(gap.diagnostics.size() - EXAMPLES));
        return book.remedies.words().joined(List.of(String.join(", ", first), more));
    }

    private boolean hangsOn(Draft draft, Gap gap) {
        return gap.diagnostics.stream()
                .anyMatch(diagnostic -> book.remedyFor(diagnostic).equals(draft.remedy()));
    }
}
