package org.throughline.store;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * All that is done with the database: as a whole or not at all, and where it fails, said as people understand it.
 *
 * @param place the file or database, as people would name it
 * @param isServer whether it is PostgreSQL, which several write to at once
 */
record Transactions(Database database, String place, boolean isServer) {

    /** @throws StoreException if nothing of it could be kept */
    <T> T write(Function<JdbcClient, T> work) {
        return told(() -> database.write(work));
    }

    /** As of one moment. */
    <T> T read(Function<JdbcClient, T> work) {
        return told(() -> database.read(work));
    }

    private <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            throw StoreException.of(place, e);
        }
    }
}
