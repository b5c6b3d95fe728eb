package org.throughline.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.UnusableException;
import org.throughline.facts.Reading;

/** Somebody's files and what is made of them, for as long as they are looked at. Shared by threads. */
final class Workspace {

    private static final int MOST_SCENARIOS = 50;

    private final String key;
    private final String title;
    private final @Nullable Path folder;
    private final Progress progress;
    private final Input input;
    private final long bytes;

    private final Map<String, List<String>> scenarios = Collections.synchronizedMap(new LinkedHashMap<>());

    private volatile Request request;
    private volatile @Nullable FutureTask<Outcome> work;
    private volatile Instant used;
    private volatile @Nullable Reading lastReading;

    /**
     * @param key in addresses; nobody can guess that of files which were sent
     * @param folder where the files lie, deleted with the workspace; null for an example
     */
    Workspace(
            String key,
            String title,
            @Nullable Path folder,
            Input input,
            long bytes,
            Progress progress,
            Request request,
            Instant now) {
        this.key = key;
        this.title = title;
        this.folder = folder;
        this.input = input;
        this.bytes = bytes;
        this.progress = progress;
        this.request = request;
        this.used = now;
    }

    String key() {
        return key;
    }

    String title() {
        return title;
    }

    Request request() {
        return request;
    }

    Input input() {
        return input;
    }

    long bytes() {
        return bytes;
    }

    Progress progress() {
        return progress;
    }

    Instant used() {
        return used;
    }

    void touch(Instant now) {
        used = now;
    }

    /** Whether nobody may change how it is read. */
    boolean isExample() {
        return folder == null;
    }

    /** Whether it is a snapshot that stays when the program ends. */
    boolean isKept() {
        return key.indexOf('~') > 0;
    }

    /** Edits that somebody gave a name, in the order they were kept. */
    Map<String, List<String>> scenarios() {
        synchronized (scenarios) {
            return new LinkedHashMap<>(scenarios);
        }
    }

    /** @throws NoSuchPageException if there are too many */
    void keep(String name, List<String> edits) {
        if (scenarios.size() >= MOST_SCENARIOS && !scenarios.containsKey(name)) {
            throw new NoSuchPageException(
                    "That is one scenario too many",
                    "At most " + MOST_SCENARIOS
                            + " are kept beside these facts. Forget one that is not needed any more.");
        }
        scenarios.put(name, List.copyOf(edits));
    }

    void forget(String name) {
        scenarios.remove(name);
    }

    /** How the files were read the last time that they could be, or null. */
    @Nullable
    Reading lastReading() {
        return lastReading;
    }

    boolean isBegun() {
        return work != null;
    }

    /** What it is made of, where that is not files. */
    void make(Callable<Outcome> how, Executor threads) {
        FutureTask<Outcome> task = new FutureTask<>(how);
        work = task;
        threads.execute(task);
    }

    /** Reads the files, in another way than before perhaps, on one of the threads that do such work. */
    void read(Request how, Advisor advisor, Executor threads) {
        request = how;
        make(() -> outcome(how, advisor), threads);
    }

    private Outcome outcome(Request how, Advisor advisor) {
        @Nullable Reading reading = null;
        try {
            reading = advisor.read(input, how);
            lastReading = reading;
            progress.judging();
            Answer answer = advisor.advise(reading);
            return Outcome.of(reading, answer);
        } catch (UnusableException e) {
            return new Outcome(reading, null, e.problems());
        }
    }

    /** What came of it, or null where that takes longer. */
    @Nullable
    Outcome outcome(long patienceMillis) {
        FutureTask<Outcome> begun = work;
        try {
            return begun == null ? null : begun.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException notYet) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** Ends what is going on, and forgets the files. */
    void close() {
        progress.cancel();
        FutureTask<Outcome> begun = work;
        if (begun != null) {
            begun.cancel(true);
        }
        if (folder != null) {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }
}
