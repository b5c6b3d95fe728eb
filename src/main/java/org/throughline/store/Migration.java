package org.throughline.store;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to this release's tables, with its data; replicas that start at once wait for the one that does it. */
final class Migration {

    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "sqlite", Map.of("bytes", "blob", "serial", "integer primary key autoincrement"),
            "postgresql", Map.of("bytes", "bytea", "serial", "bigint generated always as identity primary key"));

    private Migration() {}

    /** @param kind {@code sqlite} or {@code postgresql} */
    static void run(DataSource source, String kind) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + kind)
                .placeholders(WORDS.get(kind))
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
