package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
    private final Kept kept;

    private Recommending(AdviceBook book, Portfolio portfolio, Judged judged, Kept kept) {
        this.kept = kept;
        this.book = book;
        this.portfolio = portfolio;
        this.judged = judged;
        this.terrain = kept.terrain(portfolio, judged.live());
    }

    /**
     * Recommendations by rank.
     *
     * @throws org.throughline.rulebook.RuleBookException with everything that is wrong in the tables of advice
     */
    public static List<Recommendation> recommend(RuleBook book, Portfolio portfolio, Judged judged) {
        return recommend(book, portfolio, judged, new Kept());
    }

    /** @param kept of the last time, and to be kept for the next */
    static List<Recommendation> recommend(RuleBook book, Portfolio portfolio, Judged judged, Kept kept) {
        AdviceBook advice = AdviceBook.of(book);
        return written(new Recommending(advice, portfolio, judged, kept).ranked(), advice.remedies.words());
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
        return new Recommending(AdviceBook.of(book), portfolio, judged, new Kept()).ranked();
    }

    private List<Ranking.Ranked> ranked() {
        Supplier<Certainty> certain = certainty();
        Map<String, List<Job>> jobs = jobs();
        Stakes stakes = new Stakes(judged.stakes());
        Telling telling = new Telling(book, terrain, judged.valueStreams());
        Certainty certainty = certain.get();
        Drafting drafting =
                new Drafting(book, terrain, certainty, stakes, telling, new AsOf(portfolio.asOf()), kept.jobsOn(jobs));
        kept.judge(judged);
        List<Group> groups = kept.groups(jobs, stakes, same -> Grouping.of(same, book, terrain, stakes));
        List<Draft> drafts = new ArrayList<>(drafts(groups, drafting));
        drafts.addAll(new FactsToCollect(book, portfolio.known(), terrain.liveCount(), Ranking.rank(drafts))
                .drafts(judged, certainty));
        return Ranking.rank(drafts);
    }

    /** On another core meanwhile, where all of it has to be found out. */
    private Supplier<Certainty> certainty() {
        return kept.hasFindings()
                ? () -> kept.certainty(portfolio, judged, book)
                : CompletableFuture.supplyAsync(() -> kept.certainty(portfolio, judged, book))::join;
    }

    private List<Draft> drafts(List<Group> groups, Drafting drafting) {
        List<Draft> drafts = kept.each(groups)
                .map(group -> {
                    Draft before = kept.draft(group);
                    return before == null ? drafting.draft(group) : drafting.again(before);
                })
                .toList();
        kept.drafted(groups, drafts);
        return drafts;
    }

    /** By kind of remedy. */
    private Map<String, List<Job>> jobs() {
        Map<String, List<Finding>> byKind = new TreeMap<>();
        for (Finding finding : judged.findings()) {
            byKind.computeIfAbsent(book.remedyFor(finding.diagnostic()).kind(), key -> new ArrayList<>())
                    .add(finding);
        }
        return kept.jobs(byKind, this::jobs);
    }

    /** Findings of one kind, each at the place where it is answered. */
    private List<Job> jobs(String kind, List<Finding> findings) {
        Remedy remedy = book.remedies.of(kind);
        Map<Place, List<Finding>> byPlace = new HashMap<>();
        for (Finding finding : findings) {
            byPlace.computeIfAbsent(terrain.base(finding.subject(), remedy), key -> new ArrayList<>(1))
                    .add(finding);
        }
        List<Job> jobs = new ArrayList<>(byPlace.size());
        byPlace.forEach((place, same) -> jobs.add(new Job(remedy, place, same, concerned(same))));
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
