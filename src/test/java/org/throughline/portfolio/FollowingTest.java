package org.throughline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.Advisor;
import org.throughline.app.Rules;
import org.throughline.history.Comparison;
import org.throughline.history.DecisionCard;
import org.throughline.history.Outcome;
import org.throughline.history.Outcome.Verdict;
import org.throughline.history.SnapshotCard;
import org.throughline.history.Trend;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import org.throughline.testkit.Kept;

/** The article's own organisation in spring and in summer: what the facts of the second say about the advice on the first. */
class FollowingTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 6, 29);
    private static final LocalDate SUMMER = LocalDate.of(2026, 6, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 7, 1);

    private static final UnaryOperator<String> AS_IT_WAS = text -> text;

    @TempDir
    private Path data;

    private final AtomicReference<Advisor> advisor = new AtomicReference<>(Kept.advisor());
    private Portfolios portfolios;

    @BeforeEach
    void open() {
        portfolios = new Portfolios(Store.open(StoreSettings.in(data)), advisor::get, Kept.CLOCK);
        portfolios.create("acme", "ACME", "ana");
        portfolios.importFiles("acme", Kept.salesOutreach(SPRING), "ana");
    }

    @AfterEach
    void close() {
        portfolios.close();
    }

    private SnapshotCard snapshot(LocalDate day, String file, UnaryOperator<String> edit) {
        List<SentBytes> files = Kept.salesOutreach(day).files().stream()
                .map(sent -> sent.name().equals(file) ? edited(sent, edit) : sent)
                .filter(sent -> sent.bytes().length > 0)
                .toList();
        return portfolios.importFiles("acme", Shipment.of(files, day), "ana").snapshot();
    }

    private static SentBytes edited(SentBytes sent, UnaryOperator<String> edit) {
        String text = edit.apply(new String(sent.bytes(), StandardCharsets.UTF_8));
        return new SentBytes(sent.name(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome outcome(SnapshotCard snapshot, String recommendation) {
        return portfolios.following().outcomes(snapshot).stream()
                .filter(outcome -> outcome.recommendation().equals(recommendation))
                .findFirst()
                .orElseThrow();
    }

    private String anyOf(String kind) {
        return portfolios.recommendations(portfolios.snapshot("acme", 1)).stream()
                .map(Followed::id)
                .filter(id -> id.startsWith(kind + ":use_case:"))
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<String> row(String id, UnaryOperator<String> edit) {
        return text -> String.join(
                        "\n",
                        text.lines()
                                .map(line -> line.startsWith(id + ",") ? edit.apply(line) : line)
                                .filter(line -> !line.isEmpty())
                                .toList())
                + "\n";
    }

    private static String useCase(String recommendation) {
        return recommendation.substring(recommendation.lastIndexOf(':') + 1);
    }

    @Test
    void whatIsAsItWasIsStillOpen() {
        SnapshotCard summer = snapshot(SUMMER, "", AS_IT_WAS);

        assertThat(portfolios.following().outcomes(summer))
                .extracting(Outcome::verdict)
                .contains(Verdict.STILL_OPEN)
                .doesNotContain(Verdict.RESOLVED, Verdict.CAME_BACK, Verdict.FIXED_ON_PAPER);
    }

    @Test
    void aNameInAFieldIsFixedOnPaperUntilSomethingMoves() {
        String owner = anyOf("assign-owner");
        UnaryOperator<String> named = row(useCase(owner), line -> owned(line));
        SnapshotCard summer = snapshot(SUMMER, "use_cases.csv", named);

        Outcome outcome = outcome(summer, owner);

        assertThat(outcome.verdict()).isEqualTo(Verdict.FIXED_ON_PAPER);
        assertThat(outcome.evidence())
                .containsExactly("use_cases/" + useCase(owner) + ", outcome_owner_id: – → p-carvalho");
    }

    @Test
    void whatWasFixedOnPaperIsWatchedUntilSomethingMoves() {
        String owner = anyOf("assign-owner");
        snapshot(SUMMER, "use_cases.csv", row(useCase(owner), line -> owned(line)));
        SnapshotCard unmoved = owned(AUTUMN, owner, AS_IT_WAS);
        SnapshotCard moved = owned(AUTUMN.plusDays(1), owner, FollowingTest::spread);
        SnapshotCard after = owned(AUTUMN.plusDays(2), owner, FollowingTest::spread);

        assertThat(outcome(unmoved, owner).verdict()).isEqualTo(Verdict.FIXED_ON_PAPER);
        assertThat(outcome(moved, owner).verdict()).isEqualTo(Verdict.RESOLVED);
        assertThat(outcome(moved, owner).evidence()).containsExactly("adoptions/uc-08/t-ae, users: 10 → 12");
        assertThat(portfolios.following().outcomes(after))
                .extracting(Outcome::recommendation)
                .doesNotContain(owner);
    }

    @Test
    void workMayMoveBeforeTheFieldIsFilled() {
        String owner = anyOf("assign-owner");
        snapshot(SUMMER, "adoptions.csv", FollowingTest::spread);

        SnapshotCard autumn = owned(AUTUMN, owner, FollowingTest::spread);

        assertThat(outcome(autumn, owner).verdict()).isEqualTo(Verdict.RESOLVED);
        assertThat(outcome(autumn, owner).evidence()).containsExactly("adoptions/uc-08/t-ae, users: 10 → 12");
    }

    private static String spread(String adoptions) {
        return adoptions.replace(",Callnote,10,14,", ",Callnote,12,14,");
    }

    /** With an owner named. */
    private SnapshotCard owned(LocalDate day, String owner, UnaryOperator<String> adoptions) {
        List<SentBytes> files = Kept.salesOutreach(day).files().stream()
                .map(sent -> switch (sent.name()) {
                    case "use_cases.csv" -> edited(sent, row(useCase(owner), line -> owned(line)));
                    case "adoptions.csv" -> edited(sent, adoptions);
                    default -> sent;
                })
                .toList();
        return portfolios.importFiles("acme", Shipment.of(files, day), "ana").snapshot();
    }

    /** The twelfth column is the owner of the outcome. */
    private static String owned(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        cells[11] = "p-carvalho";
        return String.join(",", cells);
    }

    @Test
    void whatCameBackIsSaidToHave() {
        String owner = anyOf("assign-owner");
        snapshot(SUMMER, "use_cases.csv", row(useCase(owner), line -> owned(line)));
        SnapshotCard autumn = snapshot(AUTUMN, "", AS_IT_WAS);

        assertThat(outcome(autumn, owner).verdict()).isEqualTo(Verdict.CAME_BACK);
    }

    @Test
    void whatTheFactsNoLongerTellIsNotResolved() {
        String owner = anyOf("assign-owner");
        SnapshotCard summer = snapshot(SUMMER, "use_cases.csv", row(useCase(owner), FollowingTest::unknownStage));

        Outcome outcome = outcome(summer, owner);

        assertThat(outcome.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(outcome.evidence()).contains("use_cases/" + useCase(owner) + ", stage is no longer known");
    }

    /** The seventh column is the stage. */
    private static String unknownStage(String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        cells[6] = "unknown";
        return String.join(",", cells);
    }

    @Test
    void whatItWasAboutMayBeGone() {
        String owner = anyOf("assign-owner");
        SnapshotCard summer = snapshot(SUMMER, "use_cases.csv", row(useCase(owner), line -> ""));

        assertThat(outcome(summer, owner).verdict()).isEqualTo(Verdict.SUBJECT_GONE);
    }

    @Test
    void everyWaitingProofHasACardWithTheThreeWaysOut() {
        DecisionCard.Clock clock = portfolios.following().clock(portfolios.snapshot("acme", 1));

        assertThat(clock.ways()).extracting(DecisionCard.Way::kind).containsExactly("standardise", "extend", "stop");
        assertThat(clock.waiting())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.decider()).isNotBlank());
        assertThat(clock.waiting().get(0).since()).isNotNull();
    }

    @Test
    void aComparisonTellsWhatWasPredictedAndWhatIsObserved() {
        snapshot(SUMMER, "workflows.csv", row("wf-outreach", line -> line.replace(",640,116,", ",640,90,")));

        Comparison comparison = portfolios.following().compare("acme", 1, 2);

        assertThat(comparison.tables()).containsOnlyKeys("workflows");
        assertThat(comparison.facts())
                .singleElement()
                .satisfies(change -> assertThat(change.cells())
                        .containsExactly(new Comparison.CellChange("lead_time_h", "116", "90")));
    }

    private void later() {
        portfolios.close();
        Clock later = Clock.offset(Kept.CLOCK, Duration.ofHours(1));
        portfolios = new Portfolios(Store.open(StoreSettings.in(data)), advisor::get, later);
    }

    @Test
    void whenRulesChangeHistoryIsScoredAgainAndTheBreakIsMarked() throws IOException {
        Path own = Files.writeString(data.resolve("own.csv"), "name,value\nundecided-proof-days,20\n");
        advisor.set(new Advisor(Rules.read(Path.of("rules"), own).loaded()));
        snapshot(SUMMER, "", AS_IT_WAS);

        Trend before = portfolios.following().trend("acme");
        later();
        int scored = portfolios.following().rescore("acme");
        Trend after = portfolios.following().trend("acme");

        assertThat(before.isPartial()).isTrue();
        assertThat(scored).isEqualTo(1);
        assertThat(after.isPartial()).isFalse();
        assertThat(after.points()).extracting(Trend.Point::breaks).containsExactly(false, true);
        assertThat(after.points().get(0).figuresThen()).isNotNull();
        assertThat(after.points().get(1).figuresThen()).isNull();
    }
}
