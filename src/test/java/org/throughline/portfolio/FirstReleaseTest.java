package org.throughline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.history.Handling;
import org.throughline.history.Outcome;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import org.throughline.testkit.Kept;
import org.throughline.testkit.TestPostgres;

/**
 * A database and an export of the first release, kept as they were written: every later release opens both, with all that is in them. Two
 * snapshots of the article's own organisation; between them a use case was renamed, an owner named, a redesign recorded.
 */
class FirstReleaseTest {

    @TempDir
    private Path folder;

    @Test
    void itsDatabaseOpens() throws IOException {
        try (InputStream kept = resource("/store/release-1.db")) {
            Files.copy(kept, folder.resolve("throughline.db"));
        }
        try (Portfolios portfolios = Kept.portfolios(Store.open(StoreSettings.in(folder)))) {
            everythingIsThere(portfolios);
        }
    }

    @Test
    void itsExportIsReadIntoSqlite() throws IOException {
        restored(StoreSettings.in(folder));
    }

    @Test
    void itsExportIsReadIntoPostgres() throws IOException {
        restored(TestPostgres.database());
    }

    private static void restored(StoreSettings settings) throws IOException {
        try (Portfolios portfolios = Kept.portfolios(Store.open(settings));
                InputStream zip = resource("/store/release-1.zip")) {
            portfolios.restore("release-1.zip", zip, null, "ben");
            everythingIsThere(portfolios);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FirstReleaseTest.class.getResourceAsStream(name), name);
    }

    private static void everythingIsThere(Portfolios portfolios) {
        assertThat(portfolios.snapshots("sales"))
                .extracting(SnapshotCard::asOf)
                .extracting(Object::toString)
                .containsExactly("2026-03-31", "2026-06-30");
        Handling accepted = portfolios.handling("sales", "decide:use_case:uc-01");
        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThat(accepted.owner()).isEqualTo("Inês Carvalho");
        assertThat(portfolios.events("sales", "decide:use_case:uc-01", 0, 9))
                .singleElement()
                .satisfies(event -> assertThat(event.comment()).isEqualTo("Next board meeting"));

        SnapshotCard latest = portfolios.latest("sales").orElseThrow();
        assertThat(portfolios.facts(latest).useCases()).hasSize(12);
        List<Outcome> outcomes = portfolios.following().outcomes(latest);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.verdict() == Outcome.Verdict.FIXED_ON_PAPER)
                .extracting(Outcome::recommendation)
                .contains("redesign-workflow:workflow:wf-renewal");
    }
}
