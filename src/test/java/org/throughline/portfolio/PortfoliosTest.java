package org.throughline.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.history.Handling;
import org.throughline.history.State;
import org.throughline.history.Wish;
import org.throughline.report.AdviceJson;
import org.throughline.store.ConflictException;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import org.throughline.testkit.Kept;

class PortfoliosTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path data;

    private Portfolios portfolios;

    @BeforeEach
    void open() {
        portfolios = Kept.portfolios(Store.open(StoreSettings.in(data)));
        portfolios.create("acme", "ACME", "ana");
    }

    @AfterEach
    void close() {
        portfolios.close();
    }

    @Test
    void keepsWhatWasSentAndWhatWasSaidOfIt() {
        Imported imported = portfolios.importFiles("acme", Kept.salesOutreach(JUNE), "ana");

        assertThat(imported.isNew()).isTrue();
        assertThat(imported.snapshot().number()).isEqualTo(1);
        assertThat(imported.snapshot().asOf()).isEqualTo(JUNE);
        assertThat(imported.snapshot().counts()).containsEntry("use_cases", 12L);
        assertThat(portfolios.file(imported.snapshot(), 0))
                .isEqualTo(Kept.salesOutreach(JUNE).files().get(0).bytes());
    }

    @Test
    void theFactsOfASnapshotGiveTheSameAdviceAgain() {
        Imported imported = portfolios.importFiles("acme", Kept.salesOutreach(JUNE), "ana");
        String said = AdviceJson.text(imported.advice());

        assertThat(AdviceJson.text(portfolios.advice(imported.snapshot()))).isEqualTo(said);
        assertThat(AdviceJson.text(Kept.advisor().advise(portfolios.facts(imported.snapshot()))))
                .isEqualTo(AdviceJson.text(imported.advice().withProblems(List.of())));
    }

    @Test
    void theSameFilesAreOneSnapshot() {
        portfolios.importFiles("acme", Kept.salesOutreach(JUNE), "ana");

        Imported again = portfolios.importFiles("acme", Kept.salesOutreach(JUNE), "ben");
        Imported withoutDay = portfolios.importFiles("acme", Kept.salesOutreach(null), "ben");

        assertThat(List.of(again.isNew(), withoutDay.isNew())).containsOnly(false);
        assertThat(portfolios.snapshots("acme")).hasSize(1);
    }

    @Test
    void theSecondWriterGetsBothVersions() {
        portfolios.importFiles("acme", Kept.salesOutreach(JUNE), "ana");
        String id = portfolios
                .recommendations(portfolios.latest("acme").orElseThrow())
                .get(0)
                .id();
        portfolios.change(
                "acme", List.of(new Store.Change(id, 0, Wish.accept("Ana", LocalDate.of(2026, 9, 30)))), "ana");

        assertThatThrownBy(() -> portfolios.change(
                        "acme", List.of(new Store.Change(id, 0, Wish.decline("not-now", null, null))), "ben"))
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.current().state()).isEqualTo(State.ACCEPTED);
                    assertThat(conflict.wished().wish().state()).isEqualTo(State.DECLINED);
                });

        Handling kept = portfolios.handling("acme", id);
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.owner()).isEqualTo("Ana");
        assertThat(portfolios.events("acme", id, 0, 10)).singleElement().satisfies(event -> {
            assertThat(event.was()).contains("\"state\":\"open\"");
            assertThat(event.became()).contains("\"state\":\"accepted\"");
        });
    }
}
