package org.throughline.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.app.RulesFolder.Contents;
import org.throughline.app.RulesUpdate.Outcome;
import org.throughline.findings.RulesStatus;
import org.throughline.findings.RulesStatus.Attempt;
import org.throughline.findings.RulesStatus.Phase;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;

/**
 * The rules that a server advises by, which follow the files they are from: an edit is checked, compiled and tested in the background, and
 * then takes the place of what was there as a whole; or not at all, and the last good rules go on. Who asked for rules keeps those that
 * were live then. May be shared by threads.
 */
public final class LiveRules implements Supplier<Rules>, AutoCloseable {

    private static final Path SCENARIOS = Path.of("scenarios");

    private final RulesFolder folder;
    private final PastRules past;
    private final InstantSource clock;
    private final News news;
    private final RulesUpdate update;
    private final FolderWatch<Contents> watch;

    /** So that requests, which share the common pool, do not wait behind scenarios. */
    private final ForkJoinPool cores = new ForkJoinPool();

    private volatile @Nullable Live live;

    /** Hears what people should know. */
    public interface News extends RuleNews {

        /** An edit is live, or refused; once for each. */
        void decided(RulesStatus status);
    }

    private record Live(Rules rules, RulesStatus status) {}

    private LiveRules(RulesFolder folder, @Nullable Path scenarios, PastRules past, InstantSource clock, News news) {
        this.folder = folder;
        this.past = past;
        this.clock = clock;
        this.news = news;
        this.update = new RulesUpdate(scenarios, clock, news, cores, this::underWay);
        List<Path> watched = List.of(folder.path(), scenarios == null ? SCENARIOS : scenarios);
        this.watch = new FolderWatch<>(watched, folder::read, this::consider);
    }

    /**
     * Loads the rules, those that the program carries if the others cannot be used, and begins to watch.
     *
     * @param rules a folder, or the digest of rules that gave advice before, or null; see {@link Rules#read}
     * @param scenarios folder of the scenarios that an edit must pass; null for {@code scenarios}, if there is such a folder
     * @param data where the rules that were live are kept, in {@code books}; null for {@code data}
     * @throws WrongUseException if one of the folders is not there
     * @throws UnusableException if no rules at all can be loaded
     */
    public static LiveRules start(
            @Nullable Path rules, @Nullable Path scenarios, @Nullable Path data, InstantSource clock, News news) {
        if (scenarios != null) {
            Scenarios.in(scenarios);
        }
        boolean digest = PastRules.isDigest(rules);
        LiveRules started =
                new LiveRules(new RulesFolder(digest ? null : rules), scenarios, PastRules.ofServer(data), clock, news);
        if (digest) {
            Rules asked =
                    Rules.of(started.past.find(String.valueOf(rules)), news).loaded();
            started.swap(
                    asked, String.valueOf(rules), started.update.accept(asked, "Not tested: asked for by digest."));
        } else {
            Rules.requireFolder(rules);
            started.load();
            started.watch.start();
        }
        return started;
    }

    private void load() {
        Contents found = folder.read();
        RuleFiles carried = carried();
        boolean same = found.files() != null && found.files().equals(carried);
        Outcome outcome = same ? untouched(carried) : outcome(found, null);
        if (outcome.rules() != null) {
            swap(outcome.rules(), found.source(), outcome);
        } else if (carried != null) {
            swap(untouched(carried).rules(), RulesStatus.SHIPPED, outcome);
        } else {
            throw UnusableException.inRules(outcome.attempt().errors());
        }
    }

    private Outcome untouched(RuleFiles carried) {
        return update.accept(Rules.of(new Past(carried, null), news).loaded(), "Tested when the program was built.");
    }

    private static @Nullable RuleFiles carried() {
        try {
            return RuleBooks.shippedFiles();
        } catch (RuleBookException none) {
            return null;
        }
    }

    /** The folder has changed and come to rest. */
    private void consider(Contents found) {
        try {
            follow(found);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) { // or nobody would look any more
            refuse(now(), update.failed(e).attempt());
        }
    }

    private void follow(Contents found) {
        Live now = now();
        boolean same = found.files() != null
                && found.files().digest().equals(now.status().digest());
        if (!same) {
            Outcome outcome = outcome(found, now.rules());
            if (outcome.rules() != null) {
                swap(outcome.rules(), found.source(), outcome);
            } else {
                refuse(now, outcome.attempt());
            }
        } else if (now.status().isRefused()) {
            Outcome back = update.accept(now.rules(), "The last edit was taken back.");
            decide(new Live(now.rules(), now.status().with(back.attempt())));
        }
    }

    private Outcome outcome(Contents found, @Nullable Rules now) {
        return found.files() == null ? update.refuse(found.flaws()) : update.run(found.files(), now);
    }

    private void swap(Rules rules, String source, Outcome outcome) {
        past.keep(rules, news);
        decide(new Live(
                rules,
                new RulesStatus(rules.digest(), rules.book().count(), clock.instant(), source, outcome.attempt())));
    }

    /** Told once, however often somebody saves the same again. */
    private void refuse(Live before, Attempt attempt) {
        Attempt last = before.status().attempt();
        boolean again = last != null
                && last.phase() == Phase.REFUSED
                && last.flaws().equals(attempt.flaws())
                && last.failed().equals(attempt.failed());
        Live refused = new Live(before.rules(), before.status().with(attempt));
        if (again) {
            live = refused;
        } else {
            decide(refused);
        }
    }

    private void decide(Live decided) {
        live = decided;
        news.decided(decided.status());
    }

    /** Seen by who asks while an edit is looked at. */
    private void underWay(Attempt attempt) {
        Live now = live;
        if (now != null) { // else the program is starting, and nobody can ask
            live = new Live(now.rules(), now.status().with(attempt));
        }
    }

    /** Those of this moment. */
    @Override
    public Rules get() {
        return now().rules();
    }

    public RulesStatus status() {
        return now().status();
    }

    private Live now() {
        Live now = live;
        if (now == null) {
            throw new IllegalStateException("asked before the rules were loaded");
        }
        return now;
    }

    @Override
    public void close() {
        watch.close();
        cores.shutdownNow();
    }
}
