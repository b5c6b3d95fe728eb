package org.throughline.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.throughline.store.StoreSettings;

/**
 * A PostgreSQL server of the tests' own, from binaries that come through Maven: started with the first test that asks for it, stopped at the end.
 * It writes to the disk as a real one does, which the library turns off unless told. Where it cannot run, those tests are skipped, and say why.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** A database of its own, empty. */
    public static StoreSettings database() {
        return StoreSettings.at(emptyDatabase(), "postgres", null);
    }

    /** Its address for JDBC. */
    public static String emptyDatabase() {
        EmbeddedPostgres server = server();
        String name = "throughline_" + DATABASES.incrementAndGet();
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement sql = admin.createStatement()) {
            sql.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres server() {
        Assumptions.assumeTrue(Holder.SERVER != null, () -> "no PostgreSQL here: " + Holder.why);
        return Holder.SERVER;
    }

    private static final class Holder {

        private static String why = "";

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (java.io.IOException | RuntimeException e) {
                why = e.toString();
                return null;
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
