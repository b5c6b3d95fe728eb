package org.throughline.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The embedded database: one file, one writer and several readers in this process, beside those of other processes (a command beside the
 * server). What is acknowledged is on the disk: a write-ahead log, synchronised with each commit.
 */
final class SqliteFile {

    static final String NAME = "throughline.db";

    private static final int READERS = 4;
    private static final int PATIENCE_MS = 30_000;

    private SqliteFile() {}

    static Database open(Path folder) throws IOException {
        Files.createDirectories(folder);
        String url = "jdbc:sqlite:" + folder.resolve(NAME);
        HikariDataSource writer = pool("throughline-writer", url, 1, writing());
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("migration.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            Migration.run(writer, "sqlite");
        } catch (RuntimeException | IOException e) {
            writer.close();
            throw e;
        }
        return Database.ofFile(writer, pool("throughline-readers", url, READERS, reading()));
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(PATIENCE_MS);
        config.enforceForeignKeys(true);
        return config;
    }

    /** Waits for its turn when a transaction begins: one that began by reading could not become a writer any more. */
    private static SQLiteConfig writing() {
        SQLiteConfig config = common();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    private static SQLiteConfig reading() {
        SQLiteConfig config = common();
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        return config;
    }

    private static HikariDataSource pool(String name, String url, int size, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(source);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setMaxLifetime(0);
        pool.setIdleTimeout(0);
        pool.setConnectionTimeout(PATIENCE_MS);
        return new HikariDataSource(pool);
    }
}
