package org.throughline.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus.Attempt;
import org.throughline.findings.RulesStatus.Phase;
import org.throughline.findings.Trial;
import org.throughline.findings.Verdict;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;

/** What an edit of rules has to pass before it is live: the check, the compiler, the scenarios. It tells at each step how far it came. */
final class RulesUpdate {

    private static final Path SCENARIOS = Path.of("scenarios");
    private static final String NOT_TESTED = "Not tested: there are errors.";

    private final @Nullable Path scenarios;
    private final InstantSource clock;
    private final RuleNews news;
    private final Consumer<Attempt> told;

    /** So that requests, which share the common pool, do not wait behind scenarios. */
    private final ForkJoinPool cores;

    RulesUpdate(
            @Nullable Path scenarios, InstantSource clock, RuleNews news, ForkJoinPool cores, Consumer<Attempt> told) {
        this.scenarios = scenarios;
        this.clock = clock;
        this.news = news;
        this.cores = cores;
        this.told = told;
    }

    /**
     * What became of an edit.
     *
     * @param rules loaded; null where it is refused
     */
    record Outcome(Attempt attempt, @Nullable Rules rules) {}

    /** @param live the rules of which as much as possible is taken over, or null */
    Outcome run(RuleFiles files, @Nullable Rules live) {
        try {
            return tested(files, live);
        } catch (UnusableException e) {
            return refuse(files, flaws(e, files));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private Outcome tested(RuleFiles files, @Nullable Rules live) {
        String digest = files.digest();
        told.accept(attempt(Phase.CHECKING, digest, null, "", List.of(), List.of()));
        List<Flaw> flaws = RulesReview.flaws(files);
        if (flaws.stream().anyMatch(Flaw::isError)) {
            return refuse(files, flaws);
        }
        Rules rules = Rules.of(new Past(files, null), news);
        Rules loaded = (live != null && live.hasSameRulesAs(rules) ? live.with(files) : rules).loaded();
        Scenarios folder = scenarios();
        if (folder == null) {
            String tests = "Not tested: there is no folder " + SCENARIOS.toAbsolutePath() + ".";
            return new Outcome(attempt(Phase.LIVE, digest, null, tests, flaws, List.of()), loaded);
        }
        told.accept(attempt(Phase.TESTING, digest, null, "", flaws, List.of()));
        Trial trial = cores.submit(() -> folder.test(loaded)).join();
        int run = trial.verdicts().size();
        List<Verdict> failed = trial.failed();
        boolean passed = failed.isEmpty();
        Phase phase = passed ? Phase.LIVE : Phase.REFUSED;
        return new Outcome(
                attempt(phase, digest, run, tests(failed.size(), run), flaws, failed), passed ? loaded : null);
    }

    /** Those that an edit must pass; null where there are none. */
    @Nullable
    Scenarios scenarios() {
        return scenarios != null || Files.isDirectory(SCENARIOS) ? Scenarios.in(scenarios) : null;
    }

    private static String tests(int failed, int run) {
        return failed == 0 ? "Scenarios passed: " + run + "." : "Scenarios failed: " + failed + " of " + run + ".";
    }

    private Outcome refuse(RuleFiles files, List<Flaw> flaws) {
        return new Outcome(attempt(Phase.REFUSED, files.digest(), null, NOT_TESTED, flaws, List.of()), null);
    }

    /** Something went wrong on our side. */
    Outcome failed(Throwable thrown) {
        return refuse(RuleBooks.flaws(unexpected(thrown).problems(), new RuleFiles(new TreeMap<>())));
    }

    /** Files that cannot even be read. */
    Outcome refuse(List<Flaw> flaws) {
        return new Outcome(attempt(Phase.REFUSED, null, null, NOT_TESTED, flaws, List.of()), null);
    }

    /** Rules that need no test. */
    Outcome accept(Rules rules, String why) {
        return new Outcome(attempt(Phase.LIVE, rules.digest(), null, why, List.of(), List.of()), rules);
    }

    private Attempt attempt(
            Phase phase,
            @Nullable String digest,
            @Nullable Integer run,
            String tests,
            List<Flaw> flaws,
            List<Verdict> failed) {
        return new Attempt(phase, digest, clock.instant(), run, tests, flaws, failed);
    }

    private static List<Flaw> flaws(UnusableException e, RuleFiles files) {
        return e.flaws().isEmpty() ? RuleBooks.flaws(e.problems(), files) : e.flaws();
    }

    private static UnusableException unexpected(Throwable thrown) {
        return new UnusableException(List.of(new Problem(
                Problem.Severity.ERROR,
                "rules",
                null,
                null,
                null,
                "Something went wrong that should not have: " + thrown + ".",
                "",
                "Take the last change back, and report this.",
                null)));
    }
}
