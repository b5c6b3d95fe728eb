package org.throughline.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was asked of the store could not be done; nothing of it was kept. Says what was found, what was expected and what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String found;
    private final String expected;
    private final String fix;
    private final boolean full;

    private StoreException(
            String place, String found, String expected, String fix, boolean full, @Nullable Throwable cause) {
        super(place + ": " + found, cause);
        this.place = place;
        this.found = found;
        this.expected = expected;
        this.fix = fix;
        this.full = full;
    }

    static StoreException cannotOpen(String place, Throwable cause) {
        return new StoreException(
                place,
                "It cannot be opened: " + reason(cause) + ".",
                "A folder that may be written, or a PostgreSQL database that answers.",
                "Name a folder with --data DIR, or check throughline.database.url, user and password.",
                false,
                cause);
    }

    static StoreException of(String place, Throwable cause) {
        String reason = reason(cause);
        String words = reason.toLowerCase(Locale.ROOT);
        boolean full =
                words.contains("sqlite_full") || words.contains("disk is full") || words.contains("no space left");
        if (full) {
            return new StoreException(
                    place,
                    "There is no space left; nothing of this change was kept, and all before it is safe.",
                    "Space for what is to be kept.",
                    "Free some space, then do it again.",
                    true,
                    cause);
        }
        boolean busy = words.contains("sqlite_busy") || words.contains("database is locked");
        return new StoreException(
                place,
                busy ? "Another process has been writing for too long." : "It failed: " + reason + ".",
                "A database that answers; nothing of this change was kept.",
                busy ? "Do it again once that process is done." : "Check the database, then do it again.",
                false,
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message =
                String.valueOf(deepest.getMessage()).strip().lines().findFirst().orElse("");
        return message.isEmpty() ? deepest.getClass().getSimpleName() : message.replaceFirst("[.]$", "");
    }

    /** The file or database. */
    public String place() {
        return place;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }

    public String fix() {
        return fix;
    }

    /** Whether it was for want of space. */
    public boolean isFull() {
        return full;
    }
}
