package org.throughline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.advice.Standing;
import org.throughline.engine.recommending.Recommending;
import org.throughline.facts.Fact;
import org.throughline.facts.Portfolio;
import org.throughline.findings.NotJudged;
import org.throughline.rulebook.RuleBook;

/**
 * Judges a portfolio by a rule book. Rules about a workflow with what hangs on it fire part by part, on all cores; those that look across
 * the organisation fire once over what the parts carried there.
 */
public final class Engine {

    /** Facts in a part at most: larger sessions cost more per fact. */
    private static final int LARGEST_PART = 5_000;

    /** Facts in a part at least, where there are more: below, opening a session costs more than a second core gains. */
    private static final int SMALLEST_PART = 500;

    private Engine() {}

    /**
     * Ranked advice on the facts. The same portfolio and rule book give the same advice.
     *
     * @throws CancellationException if the calling thread is interrupted meanwhile, or waits no longer (see {@link Asker})
     */
    public static Advice advise(RuleBook book, Portfolio portfolio) {
        return advise(book, portfolio, partSize(portfolio), Trace.NONE);
    }

    /** @param fired told the name of each rule that fires, again and again, on several threads */
    public static Advice advise(RuleBook book, Portfolio portfolio, Consumer<String> fired) {
        return advise(book, portfolio, partSize(portfolio), new FiredRules(fired));
    }

    /** @param times told at the end of each session how often each rule fired there and how long it worked, on several threads */
    public static Advice advise(RuleBook book, Portfolio portfolio, RuleTimes times) {
        Trace trace = times == RuleTimes.NOBODY ? Trace.NONE : new Timed(times);
        return advise(book, portfolio, partSize(portfolio), trace);
    }

    /** The same advice, with the rules about parts fired by others, each by a {@link Worker} of the same rule book. */
    public static Advice advise(RuleBook book, Portfolio portfolio, Workers workers) {
        int partSize = partSize(portfolio, workers.slots());
        return advise(book, portfolio, Trace.NONE, (facts, trace) -> new Errand(facts, workers).fired(partSize));
    }

    private static int partSize(Portfolio portfolio) {
        return partSize(portfolio, Runtime.getRuntime().availableProcessors());
    }

    /** As many parts as there are cores, or a multiple of that. */
    private static int partSize(Portfolio portfolio, int cores) {
        int facts = portfolio.facts().values().stream().mapToInt(List::size).sum();
        int turns = facts / (cores * LARGEST_PART) + 1;
        return Math.max(SMALLEST_PART, facts / (cores * turns) + 1);
    }

    /** @param partSize facts in a part, about; of no consequence for the advice */
    static Advice advise(RuleBook book, Portfolio portfolio, int partSize) {
        return advise(book, portfolio, partSize, Trace.NONE);
    }

    static Advice advise(RuleBook book, Portfolio portfolio, int partSize, Trace trace) {
        Asker asker = Asker.current();
        return advise(book, portfolio, trace, (facts, traced) -> here(book, facts, partSize, traced, asker));
    }

    /** Fires the rules about the parts of a portfolio. */
    private interface Locals {
        Outcome fired(Portfolio portfolio, Trace trace);
    }

    private static Advice advise(RuleBook book, Portfolio portfolio, Trace trace, Locals locals) {
        Assessment assessment = portfolio.useCases().isEmpty()
                ? withoutUseCases(book, portfolio, trace, locals)
                : assess(book, portfolio, trace, locals);
        return advice(
                book,
                portfolio,
                counts(portfolio),
                assessment,
                Recommending.recommend(book, portfolio, assessment.judged()));
    }

    static Advice advice(
            RuleBook book,
            Portfolio portfolio,
            Map<String, Long> counts,
            Assessment assessment,
            List<Recommendation> recommendations) {
        return new Advice(
                portfolio.asOf(),
                book.digest(),
                book.count(),
                portfolio.digest(),
                counts,
                recommendations,
                assessment.findings(),
                assessment.notJudged(),
                List.of(),
                assessment.state(),
                assessment.valueStreams(),
                assessment.standings());
    }

    private static Assessment withoutUseCases(RuleBook book, Portfolio portfolio, Trace trace, Locals locals) {
        List<NotJudged> ofImagined =
                assess(book, Imagined.beside(portfolio), Trace.NONE, locals).notJudged();
        return assess(book, portfolio, trace, locals).withNotJudged(Imagined.notJudged(book, ofImagined));
    }

    /** What the rules say, before anything is recommended. */
    static Assessment assess(RuleBook book, Portfolio portfolio, int partSize, Trace trace) {
        Asker asker = Asker.current();
        return assess(book, portfolio, trace, (facts, traced) -> here(book, facts, partSize, traced, asker));
    }

    private static Assessment assess(RuleBook book, Portfolio portfolio, Trace trace, Locals locals) {
        Outcome outcome = locals.fired(portfolio, trace);
        List<Object> across = new ArrayList<>(outcome.carried);
        across.addAll(portfolio.teams());
        across.addAll(portfolio.people());
        across.addAll(portfolio.frictions());
        List<Standing> standings = Standings.of(outcome.carried);
        outcome.carried.clear();
        Asker.current().stopIfGone();
        Function<String, String> names = names(portfolio);
        outcome.addAll(new Firing(book, portfolio, names, trace).fire(book.across(), across));
        return new Gathered(book, portfolio, outcome, names).assessment(standings);
    }

    private static Outcome here(RuleBook book, Portfolio portfolio, int partSize, Trace trace, Asker asker) {
        Firing firing = new Firing(book, portfolio, names(portfolio), trace);
        Parts parts = Parts.of(portfolio);
        Outcome outcome = new Outcome();
        parts.cut(partSize).parallelStream()
                .map(part -> {
                    asker.stopIfGone();
                    return firing.fire(book.local(), parts.whole(part)).drawn();
                })
                .toList()
                .forEach(outcome::addAll);
        return outcome;
    }

    /** Names of teams and people by id, so that a sentence says "Sales" where the file says t-3. */
    static Function<String, String> names(Portfolio portfolio) {
        Map<String, String> names = namesById(portfolio);
        return id -> names.getOrDefault(id, id);
    }

    static Map<String, String> namesById(Portfolio portfolio) {
        Map<String, String> names = new HashMap<>();
        for (Fact fact : portfolio.people()) {
            names.put(fact.key(), fact.label());
        }
        for (Fact fact : portfolio.teams()) {
            names.put(fact.key(), fact.label());
        }
        return names;
    }

    /** Rows by file. */
    static Map<String, Long> counts(Portfolio portfolio) {
        Map<String, Long> counts = new LinkedHashMap<>();
        portfolio.counts().forEach((kind, rows) -> counts.put(kind.table(), rows));
        return counts;
    }
}
