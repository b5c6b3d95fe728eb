package org.throughline.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
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

    @Override
    Connection connection() throws SQLException {
        return connection(Objects.requireNonNull(settings().url()));
    }
}
