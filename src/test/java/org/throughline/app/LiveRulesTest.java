package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.throughline.app.LiveRules.Home;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus;
import org.throughline.findings.RulesStatus.Phase;
import org.throughline.rulebook.RuleBooks;
import org.throughline.testkit.RulesFolders;

/** Rules follow their folder. Edits are of tables, which need no compiling: what compiles is tested over HTTP. */
class LiveRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String TABLE = "thresholds.csv";
    private static final String AS_SHIPPED = "undecided-proof-days,30,days";

    @TempDir
    private Path home;

    private final BlockingQueue<RulesStatus> decided = new LinkedBlockingQueue<>();
    private RulesFolders files;
    private @Nullable LiveRules live;

    @BeforeEach
    void aCopyOfTheRules() {
        files = RulesFolders.in(home, "A1-undecided-proof");
    }

    @AfterEach
    void stopWatching() {
        if (live != null) {
            live.close();
        }
    }

    @Test
    void startsWithTheRulesOfTheFolder() {
        start();

        assertThat(live.status())
                .isEqualTo(new RulesStatus(
                        RuleBooks.shippedFiles().digest(),
                        live.get().book().count(),
                        NOW,
                        files.rules().toString(),
                        live.status().attempt()));
        assertThat(live.status().attempt().phase()).isEqualTo(Phase.LIVE);
        assertThat(live.status().attempt().tests()).isEqualTo("Tested when the program was built.");
    }

    @Test
    void anEditThatPassesTheScenariosGoesLive() {
        start();
        Rules before = live.get();

        files.edit(TABLE, AS_SHIPPED, "undecided-proof-days,30.0,days");

        RulesStatus status = next();
        assertThat(status.isRefused()).isFalse();
        assertThat(status.attempt().tests()).isEqualTo("Scenarios passed: 1.");
        assertThat(status.attempt().scenarios()).isEqualTo(1);
        assertThat(status.digest()).isEqualTo(live.get().digest()).isNotEqualTo(before.digest());
    }

    @Test
    void anEditThatFailsAScenarioIsRefusedUntilRulesOrScenarioAreMended() throws IOException {
        start();
        Rules before = live.get();

        files.edit(TABLE, AS_SHIPPED, "undecided-proof-days,31,days");

        RulesStatus refused = next();
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.attempt().tests()).isEqualTo("Scenarios failed: 1 of 1.");
        assertThat(refused.attempt().failed()).singleElement().satisfies(verdict -> {
            assertThat(verdict.scenario()).isEqualTo("A1-undecided-proof");
            assertThat(verdict.differences())
                    .containsExactly("A1 use_case:uc-1 must fire (validated 31 days ago, no decision), but did not");
        });
        assertThat(live.get()).isSameAs(before);

        Path expected = files.scenarios().resolve("A1-undecided-proof/expected.yaml");
        Files.write(
                expected,
                Files.readAllLines(expected).stream()
                        .filter(line -> !line.contains("use_case:uc-1,"))
                        .toList());

        RulesStatus mended = next();
        assertThat(mended.isRefused()).isFalse();
        assertThat(mended.digest()).isEqualTo(refused.attempt().digest());
    }

    @Test
    void anEditThatIsTakenBackIsForgotten() {
        start();
        files.edit(TABLE, AS_SHIPPED, "undecided-proof-days,soon,days");
        assertThat(next().attempt().errors()).extracting(Flaw::file, Flaw::line).containsExactly(place(TABLE, 3));

        files.mend(TABLE);

        RulesStatus back = next();
        assertThat(back.isRefused()).isFalse();
        assertThat(back.attempt().tests()).isEqualTo("The last edit was taken back.");
    }

    @Test
    void theSameMistakeIsToldOnce() throws Exception {
        start();
        files.edit(TABLE, AS_SHIPPED, "undecided-proof-days,soon,days");
        assertThat(next().isRefused()).isTrue();

        files.edit("README.md", "# The rules folder", "# The folder of rules");

        assertThat(decided.poll(3, TimeUnit.SECONDS)).isNull();
        assertThat(live.status().isRefused()).isTrue();
    }

    @Test
    void aFileThatIsNoTextIsNamedWithItsLine() throws IOException {
        start();

        Files.write(
                files.rules().resolve("derived/cafe.drl"), "// rules\n// café\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(next().attempt().errors()).singleElement().satisfies(flaw -> {
            assertThat(flaw.file()).isEqualTo("derived/cafe.drl");
            assertThat(flaw.line()).isEqualTo(2);
            assertThat(flaw.found()).startsWith("The file is no text in UTF-8");
            assertThat(flaw.fix()).isEqualTo("Save it as UTF-8.");
        });
    }

    @Test
    void aFileThatIsGoneIsMissed() throws IOException {
        start();

        Files.delete(files.rules().resolve("tiers.csv"));

        assertThat(next().attempt().errors())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.file()).isEqualTo("tiers.csv"));
    }

    @Test
    void aFolderThatIsGoneLeavesTheLastRulesLive() throws IOException {
        start();
        Rules before = live.get();

        Files.move(files.rules(), home.resolve("elsewhere"));

        assertThat(next().attempt().errors()).singleElement().satisfies(flaw -> {
            assertThat(flaw.file()).isEqualTo(files.rules().toString());
            assertThat(flaw.found()).isEqualTo("The folder is gone.");
        });
        assertThat(live.get()).isSameAs(before);
    }

    @Test
    void aFolderMayBeSwappedByALink() throws IOException {
        Path other = home.resolve("other");
        FileSystemUtils.copyRecursively(files.rules(), other);
        new RulesFolders(other, files.scenarios()).edit(TABLE, AS_SHIPPED, "undecided-proof-days,30.0,days");
        Path link = Files.createSymbolicLink(home.resolve("link"), files.rules());
        live = LiveRules.start(link, files.scenarios(), new Home(home, null), InstantSource.fixed(NOW), news());
        assertThat(next().digest()).isEqualTo(RuleBooks.shippedFiles().digest());

        Files.move(
                Files.createSymbolicLink(home.resolve("new"), other),
                link,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);

        assertThat(next().digest()).isNotEqualTo(RuleBooks.shippedFiles().digest());
    }

    @Test
    void startsOnTheProgramsOwnRulesWhereThoseOfTheFolderAreBroken() {
        files.edit(TABLE, AS_SHIPPED, "undecided-proof-days,soon,days");

        start();

        assertThat(live.status().source()).isEqualTo("the program");
        assertThat(live.status().isRefused()).isTrue();
        assertThat(live.get().digest()).isEqualTo(RuleBooks.shippedFiles().digest());
    }

    @Test
    void doesNotStartOnAFolderThatIsNotThere() {
        assertThatThrownBy(() -> LiveRules.start(
                        home.resolve("none"),
                        files.scenarios(),
                        new Home(home, null),
                        InstantSource.fixed(NOW),
                        news()))
                .isInstanceOf(WrongUseException.class);
        assertThatThrownBy(() -> LiveRules.start(
                        files.rules(), home.resolve("none"), new Home(home, null), InstantSource.fixed(NOW), news()))
                .isInstanceOf(WrongUseException.class);
    }

    private static org.assertj.core.groups.Tuple place(String file, int line) {
        return org.assertj.core.groups.Tuple.tuple(file, line);
    }

    private void start() {
        live = LiveRules.start(
                files.rules(), files.scenarios(), new Home(home, null), InstantSource.fixed(NOW), news());
        next();
    }

    private LiveRules.News news() {
        return decided::add;
    }

    /** What is decided next. */
    private RulesStatus next() {
        try {
            RulesStatus status = decided.poll(60, TimeUnit.SECONDS);
            assertThat(status).as("a decision").isNotNull();
            return status;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
