package org.throughline.intake.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records that another thread reads some hundreds ahead, so that in a long file reading cells and making facts of them go on at the same
 * time. The first records are read by whoever asks: most files end with them.
 */
final class ReadAhead implements AutoCloseable {

    private static final int ALONE = 4_000;
    private static final int BATCH = 250;
    private static final int BATCHES = 8;

    /** Some records; the last of a file are fewer than a batch, or followed by what went wrong. */
    private record Batch(List<CsvRecord> records, @Nullable Throwable failure) {}

    private final RecordReader reader;
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
    private int alone = ALONE;
    private @Nullable Thread thread;
    private Batch batch = new Batch(List.of(), null);
    private int position;

    ReadAhead(RecordReader reader) {
        this.reader = reader;
    }

    /** The next record, or null after the last. */
    @Nullable
    CsvRecord next() throws IOException {
        if (alone > 0) {
            alone--;
            return reader.next();
        }
        if (thread == null) {
            thread = new Thread(this::read, "csv-read-ahead");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((ended, lackOfMemory) -> {});
            thread.start();
            batch = take();
        }
        if (position == BATCH) {
            batch = take();
            position = 0;
        }
        if (position < batch.records.size()) {
            return batch.records.get(position++);
        }
        rethrow(batch.failure);
        return null;
    }

    private void read() {
        try {
            Batch read = batch();
            while (read.records.size() == BATCH) {
                batches.put(read);
                read = batch();
            }
            batches.put(read);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch batch() {
        List<CsvRecord> records = new ArrayList<>(BATCH);
        try {
            CsvRecord record = reader.next();
            while (record != null) {
                records.add(record);
                record = records.size() < BATCH ? reader.next() : null;
            }
            return new Batch(records, null);
        } catch (IOException | RuntimeException | Error failure) {
            return new Batch(records, failure);
        }
    }

    /** Nothing else than a lack of memory ends the thread without a last batch. */
    private Batch take() throws IOException {
        try {
            Batch next = batches.poll(1, TimeUnit.SECONDS);
            while (next == null && java.util.Objects.requireNonNull(thread).isAlive()) {
                next = batches.poll(1, TimeUnit.SECONDS);
            }
            next = next == null ? batches.poll() : next;
            if (next == null) {
                throw new OutOfMemoryError("reading ahead");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        if (failure instanceof IOException read) {
            throw read;
        }
        if (failure instanceof Error fatal) {
            throw fatal;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** Ends the reading; only then may the file be closed. */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
