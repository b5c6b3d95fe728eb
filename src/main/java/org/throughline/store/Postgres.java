package org.throughline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;

/** The database for more than one process that serves the same portfolios. */
final class Postgres {

    private static final int CONNECTIONS = 10;

    private Postgres() {}

    static Database open(StoreSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("throughline");
        pool.setJdbcUrl(Objects.requireNonNull(settings.url()));
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        HikariDataSource source = new HikariDataSource(pool);
        try {
            Migration.run(source, "postgresql");
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return Database.ofServer(source);
    }
}
