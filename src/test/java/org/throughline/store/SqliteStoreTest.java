package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    StoreSettings settings() {
        return StoreSettings.in(folder.resolve("data"));
    }

    @Override
    Connection connection() throws SQLException {
        return connection("jdbc:sqlite:" + folder.resolve("data/throughline.db"));
    }

    @Test
    void aBackupThatIsTakenWhileItRunsIsWhole() throws SQLException, IOException {
        Path backup = Files.createDirectories(folder.resolve("backup"));
        try (Store running = Store.open(settings())) {
            Arrivals.keep(running, "one");
            try (Connection around = connection();
                    Statement sql = around.createStatement()) {
                sql.execute("vacuum into '" + backup.resolve("throughline.db") + "'");
            }
            Arrivals.keep(running, "two");
        }

        try (Store restored = Store.open(StoreSettings.in(backup))) {
            assertThat(restored.snapshots(Arrivals.PORTFOLIO)).hasSize(1);
            assertThat(restored.facts(Arrivals.PORTFOLIO, 1)).isNotEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Store.open(StoreSettings.in(file))).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.place()).isEqualTo(file.resolve("throughline.db").toString());
            assertThat(e.fix()).startsWith("Name a folder with --data DIR");
        });
    }

    @Test
    void aFileThatIsNoDatabaseIsExplained() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(
                other.resolve("throughline.db"), "This is not a database, and long enough to tell.".repeat(90));

        assertThatThrownBy(() -> Store.open(StoreSettings.in(other)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.found()).contains("file is not a database"));
    }
}
