package org.throughline.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One place to write, all or nothing, and one to read, as of one moment. On PostgreSQL they share their connections. */
final class Database implements AutoCloseable {

    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final Access writing;
    private final Access reading;

    private Database(HikariDataSource writer, HikariDataSource reader, int readingIsolation) {
        this.writer = writer;
        this.reader = reader;
        this.writing = Access.of(writer, TransactionDefinition.ISOLATION_DEFAULT);
        this.reading = Access.of(reader, readingIsolation);
    }

    /** Whose every transaction reads as of one moment, as SQLite's do. */
    static Database ofFile(HikariDataSource writer, HikariDataSource reader) {
        return new Database(writer, reader, TransactionDefinition.ISOLATION_DEFAULT);
    }

    static Database ofServer(HikariDataSource source) {
        return new Database(source, source, TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    <T> T write(Function<JdbcClient, T> work) {
        return writing.during(work);
    }

    <T> T read(Function<JdbcClient, T> work) {
        return reading.during(work);
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }

    private record Access(JdbcClient client, TransactionTemplate transaction) {

        static Access of(DataSource source, int isolation) {
            TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            transaction.setIsolationLevel(isolation);
            return new Access(JdbcClient.create(source), transaction);
        }

        <T> T during(Function<JdbcClient, T> work) {
            return transaction.execute(status -> work.apply(client));
        }
    }
}
