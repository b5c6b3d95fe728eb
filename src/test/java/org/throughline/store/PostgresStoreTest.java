package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.history.Event;
import org.throughline.history.Wish;
import org.throughline.testkit.TestPostgres;

class PostgresStoreTest extends StoreContract {

    private StoreSettings settings;

    @Override
    StoreSettings settings() {
        if (settings == null) {
            settings = TestPostgres.database();
        }
        return settings;
    }

    /**
     * Counted by the server, which tells once the connections that wrote are gone. One client, one change after the other: those of several could
     * share a write.
     */
    @Test
    void eachAcknowledgedChangeWasWrittenToTheDisk() throws Exception {
        int changes = 50;
        StoreSettings own = TestPostgres.database();
        long before = synchronisations();
        try (Store store = Store.open(own)) {
            Arrivals.create(store);
            Arrivals.keep(store, "one");
            for (int seen = 0; seen < changes; seen++) {
                Wish wish = Wish.accept("Owner " + seen, Arrivals.JUNE);
                store.change(
                        Arrivals.PORTFOLIO,
                        List.of(new Store.Change(Arrivals.recommendation(1), seen, wish)),
                        Arrivals.NOON,
                        "ana");
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (synchronisations() - before < changes && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(synchronisations() - before).isGreaterThanOrEqualTo(changes);
    }

    private long synchronisations() throws SQLException {
        try (Connection around = connection();
                Statement sql = around.createStatement();
                ResultSet row = sql.executeQuery("select sum(fsyncs) from pg_stat_io where object = 'wal'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As the README says it, where there is a pg_dump. */
    @Test
    void aBackupThatIsTakenWhileItRunsIsWhole(@TempDir Path folder) throws Exception {
        StoreSettings from = settings();
        StoreSettings to = TestPostgres.database();
        String dump = folder.resolve("throughline.dump").toString();
        try (Store running = Store.open(from)) {
            Arrivals.keep(running, "kept");
            assumeTrue(
                    ran("pg_dump", "--format=custom", "--file=" + dump, "--dbname=" + uri(from)),
                    "no pg_dump for this server here");
            Arrivals.keep(running, "too late");
        }

        assertThat(ran("pg_restore", "--exit-on-error", "--dbname=" + uri(to), dump))
                .isTrue();

        try (Store restored = Store.open(to)) {
            assertThat(restored.snapshots(Arrivals.PORTFOLIO)).hasSize(1);
            assertThat(restored.file(Arrivals.PORTFOLIO, 1, 0)).asString().isEqualTo("kept");
            assertThat(Arrivals.keep(restored, "next")).isEqualTo(new Store.Kept(2, true));
        }
    }

    private static String uri(StoreSettings settings) {
        String url = String.valueOf(settings.url());
        return url.replaceFirst("^jdbc:", "").replaceFirst("[?].*", "") + "?user=postgres";
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Test
    void aPortfolioMovesFromOneKindOfDatabaseToTheOther(@TempDir Path folder) throws Exception {
        try (Store postgres = Store.open(settings());
                Store sqlite = Store.open(StoreSettings.in(folder))) {
            Arrivals.keep(postgres, "one");
            byte[] there = exported(postgres);
            sqlite.restore(new ByteArrayInputStream(there), null, Arrivals.NOON, "ben");
            postgres.delete(Arrivals.PORTFOLIO, null, Arrivals.NOON, "ben");
            postgres.restore(new ByteArrayInputStream(exported(sqlite)), null, Arrivals.NOON, "ben");

            assertThat(postgres.file(Arrivals.PORTFOLIO, 1, 0)).asString().isEqualTo("one");
            assertThat(postgres.events(Arrivals.PORTFOLIO, null, 0, 10))
                    .extracting(Event::action)
                    .containsExactly("created", "imported", "restored", "restored");
        }
    }

    private static byte[] exported(Store store) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        store.export(store.portfolio(Arrivals.PORTFOLIO).orElseThrow(), zip);
        return zip.toByteArray();
    }

    @Override
    Connection connection() throws SQLException {
        return connection(Objects.requireNonNull(settings().url()));
    }
}
