package org.throughline.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that are looked at now, within bounds: what nobody looks at any more goes first, and what somebody looks at is never taken from
 * them for somebody else. Shared by threads.
 */
final class Shelf {

    /** After that it is gone. */
    static final Duration IDLE = Duration.ofHours(4);

    /** After that it makes room for others. */
    static final Duration RESTING = Duration.ofMinutes(10);

    private static final long MEGABYTE = 1_000_000;

    private final int most;
    private final long mostBytes;
    private final Map<String, Workspace> open = new HashMap<>();

    /**
     * @param most workspaces at a time
     * @param mostBytes of the files of all of them
     */
    Shelf(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** Null where there is none of that key, or none any more. */
    synchronized @Nullable Workspace find(String key, Instant now) {
        Workspace found = open.get(key);
        if (found != null && found.used().isBefore(now.minus(IDLE))) {
            close(key);
            return null;
        }
        if (found != null) {
            found.touch(now);
        }
        return found;
    }

    /**
     * Makes room for files of so many bytes.
     *
     * @throws FullException if there is none to be had
     */
    synchronized void makeRoom(long bytes, Instant now) {
        if (bytes > mostBytes) {
            throw new FullException(
                    HowFull.TOO_LARGE,
                    "Your files have " + megabytes(bytes) + ", and this server's memory has room for "
                            + megabytes(mostBytes)
                            + ". Start it with more (java -Xmx8g -jar ...), or read them with the"
                            + " command line.");
        }
        List<Workspace> byUse = open.values().stream()
                .sorted(Comparator.comparing(Workspace::used))
                .toList();
        for (Workspace it : byUse) {
            boolean isOld = it.used().isBefore(now.minus(IDLE));
            boolean mayGo = it.isKept() || it.used().isBefore(now.minus(RESTING));
            if (isOld || mayGo && !hasRoom(bytes)) {
                close(it.key());
            }
        }
        if (!hasRoom(bytes)) {
            throw new FullException(
                    HowFull.FOR_NOW,
                    "Others look at their files just now, and the memory has no room for more: " + open.size() + " of "
                            + most + " places are taken, with " + megabytes(bytes()) + " of " + megabytes(mostBytes)
                            + ". Try again in " + RESTING.toMinutes()
                            + " minutes; files that you need no more can be forgotten on their page \"How it was"
                            + " read\".");
        }
    }

    private boolean hasRoom(long bytes) {
        return open.size() < most && bytes() + bytes <= mostBytes;
    }

    private long bytes() {
        return open.values().stream().mapToLong(Workspace::bytes).sum();
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes / MEGABYTE) + " MB";
    }

    synchronized void put(Workspace it) {
        open.put(it.key(), it);
    }

    /** Without an end to what it is doing. */
    synchronized void forget(String key) {
        open.remove(key);
    }

    synchronized void close(String key) {
        Workspace gone = open.remove(key);
        if (gone != null) {
            gone.close();
        }
    }

    synchronized void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** Why there is no room. */
    enum HowFull {
        /** There never will be. */
        TOO_LARGE,
        FOR_NOW
    }

    /** There is no room; its message says what to do. */
    static final class FullException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final HowFull why;

        FullException(HowFull why, String message) {
            super(message);
            this.why = why;
        }

        HowFull why() {
            return why;
        }
    }
}
