package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.LiveRules.Home;
import org.throughline.app.NotPublishedException.Why;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus;
import org.throughline.rulebook.RuleFiles;
import org.throughline.testkit.RulesFolders;

/** Versions of the rules: published, refused, brought back, and kept. Edits are of tables, which need no compiling. */
class PublishingTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String TABLE = "thresholds.csv";
    private static final String AS_SHIPPED = "undecided-proof-days,30,days";
    private static final String ANOTHER = "team-changes,7,changes";
    private static final String WHOSE = "0123456789abcdef";

    @TempDir
    private Path home;

    private final BlockingQueue<RulesStatus> decided = new LinkedBlockingQueue<>();
    private RulesFolders files;
    private LiveRules live;
    private RuleDrafts drafts;

    @BeforeEach
    void aCopyOfTheRules() {
        files = RulesFolders.in(home, "A1-undecided-proof");
        drafts = new RuleDrafts(home, InstantSource.fixed(NOW));
        start();
    }

    private void start() {
        live = LiveRules.start(
                files.rules(), files.scenarios(), new Home(home, null), InstantSource.fixed(NOW), decided::add);
        next();
    }

    @AfterEach
    void stopWatching() {
        live.close();
    }

    @Test
    void theFirstVersionIsWhatItStartedWith() {
        assertThat(live.versions().all())
                .containsExactly(new RuleVersion(
                        1,
                        live.get().digest(),
                        NOW,
                        "the program",
                        "Came with the program.",
                        List.of(),
                        "Tested when the program was built.",
                        null));
    }

    @Test
    void whatIsPublishedIsLiveAtOnceAndInTheFolderAndAVersion() throws Exception {
        draft("team-changes,5,changes", ANOTHER);

        RuleVersion version = drafts.publish(WHOSE, live, "Ines", " More changes are usual here. ");

        assertThat(version)
                .isEqualTo(new RuleVersion(
                        2,
                        RuleFiles.read(files.rules()).digest(),
                        NOW,
                        "Ines",
                        "More changes are usual here.",
                        List.of(TABLE),
                        "Scenarios passed: 1.",
                        null));
        assertThat(files.text(TABLE)).contains(ANOTHER).contains(AS_SHIPPED);
        assertThat(live.get().digest()).isEqualTo(version.digest());
        assertThat(drafts.of(WHOSE, live.get()).isEmpty()).isTrue();
    }

    @Test
    void whatAScenarioRefutesIsNotPublishedAndStaysADraft() {
        String before = live.get().digest();
        draft(AS_SHIPPED, "undecided-proof-days,31,days");

        NotPublishedException refused = refused("Let us see");

        assertThat(refused.why()).isEqualTo(Why.REFUSED);
        assertThat(refused.found()).isEqualTo("Scenarios failed: 1 of 1.");
        assertThat(refused.attempt().failed())
                .singleElement()
                .satisfies(it -> assertThat(it.differences())
                        .containsExactly(
                                "A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not"));
        assertThat(live.get().digest()).isEqualTo(before);
        assertThat(live.status().isRefused()).isFalse();
        assertThat(files.text(TABLE)).contains(AS_SHIPPED);
        assertThat(drafts.of(WHOSE, live.get()).isEmpty()).isFalse();
    }

    @Test
    void anErrorIsNotPublished() {
        draft(AS_SHIPPED, "undecided-proof-days,soon,days");

        NotPublishedException refused = refused("Sooner");

        assertThat(refused.found()).isEqualTo("The check found errors.");
        assertThat(refused.attempt().errors()).isNotEmpty();
    }

    @Test
    void whoeverIsSecondSeesWhatTheFirstDid() {
        draft("team-changes,5,changes", ANOTHER);
        String other = "fedcba9876543210";
        drafts.edit(
                other,
                live.get(),
                TABLE,
                files.text(TABLE).replace("endless-pilot-days,180", "endless-pilot-days,200"),
                "endless");
        drafts.publish(other, live, "Ines", "Pilots take longer.");

        NotPublishedException conflict = refused("Changes");

        assertThat(conflict.why()).isEqualTo(Why.CONFLICT);
        assertThat(conflict.found())
                .isEqualTo("Somebody else published in between: version 2 by Ines, \"Pilots take longer.\".");
        assertThat(conflict.live().number()).isEqualTo(2);
        assertThat(conflict.theirs())
                .singleElement()
                .satisfies(it -> assertThat(it.lines())
                        .filteredOn(line -> line.fate() == TextDiff.Fate.NEW)
                        .singleElement()
                        .satisfies(line -> assertThat(line.text()).startsWith("endless-pilot-days,200")));
        assertThat(drafts.theirs(drafts.of(WHOSE, live.get()), live.get())).isEmpty();

        drafts.update(WHOSE, live.get());
        assertThat(drafts.publish(WHOSE, live, "Marion", "Both.").number()).isEqualTo(3);
        assertThat(files.text(TABLE)).contains(ANOTHER).contains("endless-pilot-days,200");
    }

    @Test
    void whereBothChangedTheSameLineTheDraftsStandsOnceItsAuthorSaysSo() {
        draft("team-changes,5,changes", ANOTHER);
        String other = "fedcba9876543210";
        drafts.edit(other, live.get(), TABLE, files.text(TABLE).replace("team-changes,5", "team-changes,6"), "six");
        drafts.publish(other, live, "Ines", "Six.");

        assertThat(drafts.theirs(drafts.of(WHOSE, live.get()), live.get())).hasSize(1);
        assertThat(refused("Seven.").why()).isEqualTo(Why.CONFLICT);
        drafts.update(WHOSE, live.get());
        drafts.publish(WHOSE, live, "Marion", "Seven, all the same.");
        assertThat(files.text(TABLE)).contains(ANOTHER);
    }

    @Test
    void anEditInTheFolderIsAVersionOfItsOwn() {
        files.edit(TABLE, "team-changes,5,changes", ANOTHER);
        next();

        assertThat(live.versions().last().note()).isEqualTo("Edited in the folder.");
        assertThat(live.versions().last().files()).containsExactly(TABLE);
    }

    @Test
    void anEarlierVersionIsBroughtBackAsANewOne() {
        String first = live.get().digest();
        draft("team-changes,5,changes", ANOTHER);
        drafts.publish(WHOSE, live, "Ines", "Longer.");

        RuleVersion back = live.rollBack(1, live.get().digest(), "Marion", "It was better before.");

        assertThat(back.number()).isEqualTo(3);
        assertThat(back.of()).isEqualTo(1);
        assertThat(back.digest()).isEqualTo(first);
        assertThat(files.text(TABLE)).contains("team-changes,5,changes");
    }

    @Test
    void versionsAndDraftsSurviveARestart() {
        draft("team-changes,5,changes", ANOTHER);
        drafts.publish(WHOSE, live, "Ines", "Longer.");
        draft(AS_SHIPPED, "undecided-proof-days,29,days");
        live.close();

        start();

        assertThat(live.versions().all())
                .extracting(RuleVersion::note)
                .containsExactly("Longer.", "Came with the program.");
        assertThat(new RuleDrafts(home, InstantSource.fixed(NOW))
                        .of(WHOSE, live.get())
                        .edits()
                        .get(TABLE)
                        .text())
                .contains("undecided-proof-days,29,days");
    }

    @Test
    void nothingIsPublishedWithoutANote() {
        draft("team-changes,5,changes", ANOTHER);

        assertThat(refused("  ").found()).isEqualTo("There is no note.");
    }

    @Test
    void aStepIsUndone() {
        draft("team-changes,5,changes", ANOTHER);
        assertThat(drafts.undo(WHOSE, live.get()).isEmpty()).isTrue();
    }

    private void draft(String from, String to) {
        assertThat(files.text(TABLE)).contains(from);
        drafts.edit(WHOSE, live.get(), TABLE, files.text(TABLE).replace(from, to), "a threshold");
    }

    private NotPublishedException refused(String note) {
        return catchThrowableOfType(NotPublishedException.class, () -> drafts.publish(WHOSE, live, "Marion", note));
    }

    private RulesStatus next() {
        try {
            RulesStatus status = decided.poll(60, TimeUnit.SECONDS);
            assertThat(status).as("what was decided within a minute").isNotNull();
            return status;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
