package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.throughline.advice.Priority;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Portfolio;
import org.throughline.facts.derived.AsOf;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;

/** Makes few recommendations of many findings: puts each where it is done, folds, weighs, and puts what must come first before it. */
public final class Recommending {

    private static final int SPREAD_DIGITS = 4;

    private final AdviceBook book;
    private final Portfolio portfolio;
    private final Judged judged;
    private final Terrain terrain;

    private Recommending(AdviceBook book, Portfolio portfolio, Judged judged) {
        this.book = book;
        this.portfolio = portfolio;
        this.judged = judged;
        this.terrain =
                new Terrain(portfolio, judged.live(), judged.findings().stream().map(Finding::subject));
    }

    /**
     * Recommendations by rank.
     *
     * @throws org.throughline.rulebook.RuleBookException with everything that is wrong in the tables of advice
     */
    public static List<Recommendation> recommend(RuleBook book, Portfolio portfolio, Judged judged) {
        AdviceBook advice = AdviceBook.of(book);
        return written(new Recommending(advice, portfolio, judged).ranked(), advice.remedies.words());
    }

    /**
     * The same without compiled rules.
     *
     * @throws org.throughline.rulebook.RuleBookException with everything that is wrong in the tables of advice
     */
    public static void check(RuleFiles files, List<Diagnostic> diagnostics, List<Threshold> thresholds) {
        new AdviceBook(files, diagnostics, thresholds);
    }

    /** @throws org.throughline.rulebook.RuleBookException with everything that is wrong in the tables of advice */
    public static void check(RuleBook book) {
        AdviceBook.of(book);
    }

    /** Reads the texts of advice ahead of {@link #check}, which goes faster after it; says nothing of what is wrong in them. */
    public static void prepare(RuleFiles files) {
        String remedies = files.text(Remedies.FILE);
        try {
            Remedies.read(remedies == null ? "" : remedies);
        } catch (RuleBookException toldByCheck) {
            return;
        }
    }

    /** The same before it is written, for those who want to see the weights. */
    static List<Ranking.Ranked> ranked(RuleBook book, Portfolio portfolio, Judged judged) {
        return new Recommending(AdviceBook.of(book), portfolio, judged).ranked();
    }

    private List<Ranking.Ranked> ranked() {
        CompletableFuture<Certainty> certain =
                CompletableFuture.supplyAsync(() -> new Certainty(portfolio, judged, book));
        Collection<List<Job>> jobs = jobs().values();
        Stakes stakes = new Stakes(judged.stakes());
        Telling telling = new Telling(book, terrain, judged.valueStreams());
        Certainty certainty = certain.join();
        Drafting drafting = new Drafting(book, terrain, certainty, stakes, telling, new AsOf(portfolio.asOf()));
        jobs.forEach(drafting::expect);
        List<Group> groups = jobs.parallelStream()
                .flatMap(same -> Grouping.of(same, book, terrain, stakes).stream())
                .toList();
        List<Draft> drafts =
                new ArrayList<>(groups.parallelStream().map(drafting::draft).toList());
        drafts.addAll(new FactsToCollect(book, portfolio.known(), terrain.liveCount(), Ranking.rank(drafts))
                .drafts(judged, certainty));
        return Ranking.rank(drafts);
    }

    /** Findings by kind of remedy, each at the place where it is answered. */
    private Map<String, List<Job>> jobs() {
        Map<String, Map<Place, List<Finding>>> byPlace = new TreeMap<>();
        for (Finding finding : judged.findings()) {
            Remedy remedy = book.remedyFor(finding.diagnostic());
            Place place = terrain.base(finding.subject(), remedy);
            byPlace.computeIfAbsent(remedy.kind(), key -> new HashMap<>())
                    .computeIfAbsent(place, key -> new ArrayList<>(1))
                    .add(finding);
        }
        Map<String, List<Job>> jobs = new TreeMap<>();
        byPlace.forEach((kind, places) ->
                places.forEach((place, findings) -> jobs.computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(new Job(book.remedies.of(kind), place, findings, concerned(findings)))));
        return jobs;
    }

    private Set<String> concerned(List<Finding> findings) {
        Set<String> concerned = new HashSet<>();
        findings.forEach(finding -> concerned.addAll(terrain.concerned(finding)));
        return concerned;
    }

    private static List<Recommendation> written(List<Ranking.Ranked> ranked, Words words) {
        Explaining explaining = new Explaining(words);
        Overlaps overlaps = new Overlaps();
        List<Recommendation> recommendations = new ArrayList<>(ranked.size());
        for (Ranking.Ranked one : ranked) {
            recommendations.add(
                    written(one, recommendations.size() + 1, overlaps.add(one.draft()), explaining.of(one)));
        }
        return recommendations;
    }

    private static Recommendation written(Ranking.Ranked ranked, int rank, List<String> sameHours, String explanation) {
        Draft draft = ranked.draft();
        BigDecimal spread =
                draft.spread().setScale(SPREAD_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        Priority priority = new Priority(
                draft.hours(),
                sameHours,
                spread,
                draft.weight().leverage(),
                draft.effort().days(),
                explanation);
        return new Recommendation(
                draft.id(),
                rank,
                ranked.weight().tier(),
                draft.remedy().kind(),
                draft.says().title(),
                draft.subject(),
                draft.says().action(),
                draft.decider(),
                draft.says().firstStep(),
                draft.says().doneWhen(),
                ranked.requires().stream().map(Draft::id).toList(),
                draft.effort().size(),
                draft.confidence(),
                priority,
                draft.findings(),
                draft.why(),
                draft.weight().severity(),
                draft.assumed());
    }
}
