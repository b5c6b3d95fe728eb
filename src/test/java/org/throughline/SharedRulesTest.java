package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.LiveRules;
import org.throughline.app.NotPublishedException;
import org.throughline.app.RuleDrafts;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus;
import org.throughline.rulebook.RuleFiles;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import org.throughline.testkit.RulesFolders;
import org.throughline.testkit.TestPostgres;

/** Replicas on one PostgreSQL, each with a rules folder of its own: what one publishes is live in all. Edits are of tables. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SharedRulesTest {

    private static final String TABLE = "thresholds.csv";
    private static final String FIVE = "team-changes,5,changes";
    private static final String SEVEN = "team-changes,7,changes";
    private static final String NINE = "team-changes,9,changes";
    private static final String WHOSE = "0123456789abcdef";

    private final StoreSettings database = TestPostgres.database();

    @TempDir
    private Path home;

    private Replica one;
    private Replica two;

    /** A process, with its own folders and connections. */
    private static final class Replica implements AutoCloseable {

        private final Store store;
        private final RulesFolders files;
        private final BlockingQueue<RulesStatus> decided = new LinkedBlockingQueue<>();
        private final LiveRules live;
        private final RuleDrafts drafts;

        Replica(StoreSettings database, RulesFolders files) {
            this.store = Store.open(database);
            this.files = files;
            LiveRules.Home shared =
                    new LiveRules.Home(files.rules().resolveSibling("data"), SharedShelf.of(store, "rules"));
            this.live = LiveRules.start(files.rules(), files.scenarios(), shared, Clock.systemUTC(), decided::add);
            this.drafts = new RuleDrafts(Objects.requireNonNull(SharedShelf.of(store, "drafts")), Clock.systemUTC());
            next();
        }

        RulesStatus next() {
            try {
                return Objects.requireNonNull(decided.poll(40, TimeUnit.SECONDS), "nothing was decided");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        RuleVersion publish(String from, String to, String by) {
            String seen = live.get().digest();
            return live.publish(Map.of(TABLE, live.get().file(TABLE).replace(from, to)), seen, by, "As is usual here.");
        }

        String digestOfFolder() throws IOException {
            return RuleFiles.read(files.rules()).digest();
        }

        @Override
        public void close() {
            live.close();
            store.close();
        }
    }

    @BeforeEach
    void twoReplicas() throws IOException {
        one = replica("one");
        two = replica("two");
    }

    private Replica replica(String name) throws IOException {
        return new Replica(
                database, RulesFolders.in(Files.createDirectories(home.resolve(name)), "A1-undecided-proof"));
    }

    @AfterEach
    void end() {
        one.close();
        two.close();
    }

    @Test
    void theSameRulesInTwoFoldersAreOneVersion() {
        assertThat(two.live.versions().all())
                .singleElement()
                .satisfies(it -> assertThat(it.by()).isEqualTo("the program"));
    }

    @Test
    void whatOnePublishesIsLiveInTheOtherAndInItsFolder() throws Exception {
        RuleVersion published = one.publish(FIVE, SEVEN, "Ines");

        RulesStatus there = two.next();

        assertThat(there.digest()).isEqualTo(published.digest());
        assertThat(there.isRefused()).isFalse();
        assertThat(two.live.get().file(TABLE)).contains(SEVEN);
        assertThat(two.digestOfFolder()).isEqualTo(published.digest());
        assertThat(two.live.versions().all())
                .isEqualTo(one.live.versions().all())
                .hasSize(2);
        assertThat(two.live.versions().texts(published).get(TABLE)).contains(SEVEN);
    }

    @Test
    void whoPublishesBeforeHavingSeenItIsTold() {
        one.publish(FIVE, SEVEN, "Ines");

        NotPublishedException refused =
                catchThrowableOfType(NotPublishedException.class, () -> two.publish(FIVE, NINE, "Olaf"));

        assertThat(refused.found())
                .isEqualTo("Somebody else published in between: version 2 by Ines, \"As is usual here.\".");
        assertThat(refused.theirs())
                .singleElement()
                .satisfies(diff -> assertThat(diff.file()).isEqualTo(TABLE));
        assertThat(two.next().digest()).isEqualTo(one.live.get().digest());
        assertThat(two.live.versions().all()).hasSize(2);
    }

    @Test
    void anEditInOneFolderIsLiveInBoth() throws Exception {
        one.files.edit(TABLE, FIVE, NINE);

        String digest = one.next().digest();

        assertThat(two.next().digest()).isEqualTo(digest);
        assertThat(two.digestOfFolder()).isEqualTo(digest);
        assertThat(one.live.versions().all())
                .extracting(RuleVersion::by)
                .containsExactly("somebody at the folder", "the program");
    }

    @Test
    void whoWasAwayBeginsWithWhatIsLive() throws Exception {
        two.close();
        RuleVersion published = one.publish(FIVE, SEVEN, "Ines");

        two = new Replica(database, two.files);
        Replica fresh = replica("three");

        assertThat(List.of(two.live.get().digest(), fresh.live.get().digest())).containsOnly(published.digest());
        assertThat(fresh.digestOfFolder()).isEqualTo(published.digest());
        assertThat(fresh.live.versions().all()).hasSize(2);
        fresh.close();
    }

    @Test
    void aBrokenFolderIsNobodyElsesTrouble() throws Exception {
        two.close();
        RuleVersion published = one.publish(FIVE, SEVEN, "Ines");
        two.files.edit(TABLE, FIVE, "team-changes,many,changes");

        two = new Replica(database, two.files);

        assertThat(two.next().digest()).isEqualTo(published.digest());
        assertThat(two.files.text(TABLE)).contains("many");
        assertThat(one.live.versions().all()).hasSize(2);
        assertThat(one.live.get().digest()).isEqualTo(published.digest());
    }

    @Test
    void whatItsOwnScenariosRefuteIsNotTakenOver() throws Exception {
        Files.writeString(
                two.files.scenarios().resolve("A1-undecided-proof").resolve("expected.yaml"),
                Files.readString(two.files
                                .scenarios()
                                .resolve("A1-undecided-proof")
                                .resolve("expected.yaml"))
                        .replaceFirst("use_case:uc-1\\b", "use_case:uc-0"));
        two.decided.clear();
        String before = two.live.get().digest();

        one.publish(FIVE, SEVEN, "Ines");

        RulesStatus there = two.next();
        assertThat(there.isRefused()).isTrue();
        assertThat(two.live.get().digest()).isEqualTo(before);
    }

    @Test
    void aDraftIsThereWhereverItsWriterIs() {
        String edited = one.live.get().file(TABLE).replace(FIVE, NINE);
        one.drafts.edit(WHOSE, one.live.get(), TABLE, edited, null);
        one.drafts.handOver(WHOSE, one.live.get(), "Ines", "Nine are usual with us.");

        assertThat(two.drafts.of(WHOSE, two.live.get()).edits().get(TABLE).text())
                .isEqualTo(edited);
        assertThat(two.drafts.pending())
                .singleElement()
                .satisfies(it -> assertThat(it.key()).isEqualTo(WHOSE));

        two.drafts.publish(two.drafts.pending().get(0), two.live, "Olaf", "Nine, then.");

        assertThat(one.drafts.pending()).isEmpty();
        assertThat(one.drafts.of(WHOSE, one.live.get()).isEmpty()).isTrue();
        assertThat(one.next().digest()).isEqualTo(two.live.get().digest());
    }
}
