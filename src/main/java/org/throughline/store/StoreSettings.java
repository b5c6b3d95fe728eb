package org.throughline.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where portfolios are kept.
 *
 * @param folder holds {@code throughline.db}; made where it is not there
 * @param url of a PostgreSQL database ({@code jdbc:postgresql://...}) to use in place of the folder, or null
 */
public record StoreSettings(
        Path folder,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password) {

    /** The default: a folder where the program was started. */
    public static final Path FOLDER = Path.of("data");

    public static StoreSettings in(@Nullable Path folder) {
        return new StoreSettings(folder == null ? FOLDER : folder, null, null, null);
    }

    public static StoreSettings at(String url, @Nullable String user, @Nullable String password) {
        return new StoreSettings(FOLDER, url, user, password);
    }

    /** As people would name it in a sentence; never with a password. */
    String name() {
        return url == null ? folder.resolve(SqliteFile.NAME).toString() : url.replaceFirst("\\?.*", "");
    }
}
