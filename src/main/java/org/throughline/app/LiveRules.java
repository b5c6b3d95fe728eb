package org.throughline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Chronicle.Origin;
import org.throughline.app.RulesFolder.Contents;
import org.throughline.app.RulesUpdate.Outcome;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus;
import org.throughline.findings.RulesStatus.Attempt;
import org.throughline.findings.RulesStatus.Phase;
import org.throughline.findings.Trial;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.Shelf;

/**
 * The rules that a server advises by, which follow the files they are from: an edit is checked, compiled and tested in the background, and
 * then takes the place of what was there as a whole; or not at all, and the last good rules go on. Who asked for rules keeps those that
 * were live then. May be shared by threads.
 */
public final class LiveRules implements Supplier<Rules>, AutoCloseable {

    private static final Path SCENARIOS = Path.of("scenarios");

    private final RulesFolder folder;
    private final PastRules past;
    private final RuleVersions versions;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final News news;
    private final RulesUpdate update;
    private final FolderWatch<Contents> watch;
    private final SharedWatch sharedWatch;

    /** So that requests, which share the common pool, do not wait behind scenarios. */
    private final ForkJoinPool cores = new ForkJoinPool();

    /** One decision at a time: an edit in the folder, or something that is published. */
    private final ReentrantLock deciding = new ReentrantLock();

    private volatile @Nullable Live live;
    private volatile boolean byAnother;

    /** Hears what people should know. */
    public interface News extends RuleNews {

        /** An edit is live, or refused; once for each. */
        void decided(RulesStatus status);
    }

    private record Live(Rules rules, RulesStatus status) {}

    /**
     * Where the rules that were live are kept.
     *
     * @param data in {@code books} and {@code versions} of that folder; null for {@code data}
     * @param shared with other replicas, which make live what one of them publishes; null where there are none
     */
    public record Home(@Nullable Path data, @Nullable Shelf shared) {

        private Shelf versions() {
            return shared != null ? shared : Shelf.in(Settings.data(data).resolve("versions"));
        }
    }

    private LiveRules(RulesFolder folder, @Nullable Path scenarios, Home home, InstantSource clock, News news) {
        this.folder = folder;
        this.past = PastRules.ofServer(home.data(), home.shared());
        this.versions = new RuleVersions(home.versions());
        this.chronicle = new Chronicle(versions, clock, news);
        this.clock = clock;
        this.news = news;
        this.update = new RulesUpdate(scenarios, clock, news, cores, this::underWay);
        List<Path> watched = List.of(folder.path(), scenarios == null ? SCENARIOS : scenarios);
        this.watch = new FolderWatch<>(watched, folder::read, this::consider);
        this.sharedWatch = new SharedWatch(this::catchUp, news);
    }

    /**
     * Loads the rules, those that the program carries if the others cannot be used, and begins to watch.
     *
     * @param rules a folder, or the digest of rules that gave advice before, or null; see {@link Rules#read}
     * @param scenarios folder of the scenarios that an edit must pass; null for {@code scenarios}, if there is such a folder
     * @param home where those that were live are kept
     * @throws WrongUseException if one of the folders is not there
     * @throws UnusableException if no rules at all can be loaded
     */
    public static LiveRules start(
            @Nullable Path rules, @Nullable Path scenarios, Home home, InstantSource clock, News news) {
        if (scenarios != null) {
            Scenarios.in(scenarios);
        }
        boolean digest = PastRules.isDigest(rules);
        LiveRules started = new LiveRules(new RulesFolder(digest ? null : rules), scenarios, home, clock, news);
        if (digest) {
            Rules asked =
                    Rules.of(started.past.find(String.valueOf(rules)), news).loaded();
            Outcome taken = started.update.accept(asked, "Not tested: asked for by digest.");
            started.begin(asked, String.valueOf(rules), taken, home.shared() == null ? Origin.ASKED : null);
        } else {
            Rules.requireFolder(rules);
            boolean shared = home.shared() != null;
            started.load(shared);
            started.watch.start();
            if (shared) {
                started.sharedWatch.start();
            }
        }
        return started;
    }

    private void load(boolean shared) {
        Contents read = folder.read();
        Contents found = shared ? caughtUp(read) : read;
        RuleFiles carried = carried();
        boolean same = found.files() != null && found.files().equals(carried);
        Outcome outcome = same ? untouched(carried) : outcome(found, null);
        if (outcome.rules() != null) {
            begin(outcome.rules(), found.source(), outcome, same ? Origin.CARRIED : Origin.EDITED);
        } else if (carried != null) {
            begin(untouched(carried).rules(), RulesStatus.SHIPPED, outcome, shared ? null : Origin.CARRIED);
        } else {
            throw UnusableException.inRules(outcome.attempt().errors());
        }
    }

    /** What others published while this was away takes the place of what was live here before. */
    private Contents caughtUp(Contents read) {
        RuleFiles files = read.files();
        @Nullable RuleVersion missed = files == null ? null : chronicle.missed(files.digest());
        if (files == null || missed == null) {
            return read;
        }
        RuleFiles theirs = versions.files(missed);
        if (isFolder(read.source())) {
            folder.writeOrTell(files, theirs, news);
        }
        return new Contents(theirs, read.source(), List.of());
    }

    /** Makes live what another replica has published since, after the same checks: its scenarios are not ours. */
    private void catchUp() {
        deciding.lock();
        try {
            @Nullable RuleVersion newer = chronicle.newer();
            if (newer != null) {
                adopt(newer);
                chronicle.saw(newer);
            }
        } finally {
            deciding.unlock();
        }
    }

    private void adopt(RuleVersion newer) {
        Live now = now();
        if (newer.digest().equals(now.status().digest())) {
            return;
        }
        RuleFiles theirs = versions.files(newer);
        Contents found = folder.read();
        Outcome outcome = update.run(theirs, now.rules());
        if (outcome.rules() == null) {
            refuse(now, outcome.attempt());
            return;
        }
        RuleFiles here = found.files();
        boolean rests = here != null && here.digest().equals(now.status().digest());
        if (rests && isFolder(found.source())) { // else an edit that is not live would be lost
            folder.writeOrTell(here, theirs, news);
        }
        become(outcome.rules(), now.status().source(), outcome);
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

    /** The folder has changed and come to rest: read anew, since something may have been published while this waited. */
    private void consider(Contents before) {
        deciding.lock();
        try {
            follow(folder.read());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) { // or nobody would look any more
            refuse(now(), update.failed(e).attempt());
        } finally {
            deciding.unlock();
        }
    }

    private void follow(Contents found) {
        Live now = now();
        boolean same = found.files() != null
                && found.files().digest().equals(now.status().digest());
        if (!same) {
            Outcome outcome = outcome(found, now.rules());
            if (outcome.rules() != null) {
                begin(outcome.rules(), found.source(), outcome, Origin.EDITED);
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

    /** @param origin null where they are a makeshift of this replica, which others should not take over */
    private void begin(Rules rules, String source, Outcome outcome, @Nullable Origin origin) {
        if (origin != null) {
            chronicle.wrote(rules, outcome.attempt(), origin);
        }
        become(rules, source, outcome);
    }

    private void become(Rules rules, String source, Outcome outcome) {
        past.keep(rules, news);
        decide(new Live(
                rules,
                new RulesStatus(rules.digest(), rules.book().count(), clock.instant(), source, outcome.attempt())));
    }

    /**
     * Makes rules live as an edit of the folder would, and writes them there; or says why not, and nothing is changed.
     *
     * @return the version that is live now
     * @throws NotPublishedException if others are live than those that were seen, or the check or a scenario says no
     */
    public RuleVersion publish(Publication asked) {
        deciding.lock();
        try {
            Live now = now();
            Publishing publishing = new Publishing(folder, versions, byAnother);
            RuleFiles found = publishing.permit(asked, now.status(), isPublishable());
            Outcome outcome = update.run(asked.files(), now.rules());
            Rules rules = outcome.rules();
            live = now; // it is no longer looked at, whatever becomes of it
            if (rules == null) {
                throw NotPublishedException.refused(outcome.attempt());
            }
            Origin origin = new Origin(asked.by(), asked.note(), asked.of());
            @Nullable RuleVersion version = chronicle.claim(rules, outcome.attempt(), origin);
            if (version == null) {
                throw publishing.moved(asked);
            }
            write(found, asked.files(), version);
            become(rules, now.status().source(), outcome);
            return version;
        } finally {
            deciding.unlock();
        }
    }

    private void write(RuleFiles before, RuleFiles after, RuleVersion claimed) {
        try {
            folder.write(before, after);
        } catch (IOException e) {
            chronicle.withdraw(claimed);
            throw NotPublishedException.of(
                    NotPublishedException.Why.FIXED,
                    "The rules folder cannot be written: " + e.getMessage() + ".",
                    "Let whoever runs this program write there.");
        }
    }

    /** From now on nobody publishes what they wrote themselves. One alone may bring back a version that was live before: two have seen it. */
    public void requireAnother() {
        byAnother = true;
    }

    /** Whether whoever publishes must be another than whoever wrote it. */
    public boolean needsAnother() {
        return byAnother;
    }

    /** Every state that was live. */
    public RuleVersions versions() {
        return versions;
    }

    /**
     * Makes edits of the live rules live.
     *
     * @param edits texts by path in the rules folder; null deletes a file
     * @throws NotPublishedException see {@link #publish(Publication)}
     */
    public RuleVersion publish(Map<String, @Nullable String> edits, String seen, String by, String note) {
        SortedMap<String, String> texts = new TreeMap<>(get().files().texts());
        edits.forEach((path, text) -> {
            if (!RuleDrafts.isFile(path)) {
                throw NotPublishedException.of(
                        NotPublishedException.Why.INCOMPLETE,
                        "\"" + path + "\" cannot be a file of the rules folder.",
                        "Name a .drl, .csv, .yaml or .md file by its path in the rules folder.");
            }
            if (text == null) {
                texts.remove(path);
            } else {
                texts.put(path, text);
            }
        });
        return publish(new Publication(new RuleFiles(texts), seen, by, by, note.strip(), null));
    }

    /** From one version to another: what differs, and what that changes in advice. */
    public RuleDraft between(RuleVersion from, RuleVersion to) {
        Rules now = now().rules();
        Rules before = from.digest().equals(now.digest())
                ? now
                : Rules.of(new Past(versions.files(from), null), RuleNews.NOBODY);
        return new RuleDraft(before, versions.files(to));
    }

    /**
     * Makes an earlier version live again.
     *
     * @param seen the digest of the rules that were live when somebody asked for it
     * @throws NotPublishedException if there is no such version, or see {@link #publish}
     */
    public RuleVersion rollBack(int number, String seen, String by, String note) {
        @Nullable RuleVersion version = versions.one(number);
        if (version == null) {
            throw NotPublishedException.of(
                    NotPublishedException.Why.INCOMPLETE,
                    "There is no version " + number + ".",
                    "Choose one that is listed.");
        }
        return publish(new Publication(versions.files(version), seen, by, by, note.strip(), number));
    }

    /** Whether the rules are in a folder, so that something can be published. */
    public boolean isPublishable() {
        return isFolder(status().source());
    }

    private static boolean isFolder(String source) {
        return !source.equals(RulesStatus.SHIPPED) && !PastRules.isDigest(Path.of(source));
    }

    /**
     * What the scenarios say of rules, and how often each of their conditions holds and fails.
     *
     * @return null where there are no scenarios
     */
    public @Nullable Trial trial(Rules rules) {
        @Nullable Scenarios scenarios = update.scenarios();
        return scenarios == null
                ? null
                : cores.submit(() -> scenarios.test(rules, true, null, (some, all) -> {}))
                        .join();
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
        sharedWatch.close();
        cores.shutdownNow();
    }
}
