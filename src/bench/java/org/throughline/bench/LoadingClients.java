package org.throughline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many clients that post the same document one time after another, each waiting for its answer; who is refused waits as it is told. */
final class LoadingClients {

    private final URI address;
    private final byte[] document;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    LoadingClients(String address, byte[] document) {
        this.address = URI.create(address);
        this.document = document;
    }

    /**
     * @param answered with 200
     * @param refused with 503 and when to come again
     * @param failed in any other way
     * @param millis of those answered, sorted
     */
    record Load(int answered, int refused, int failed, List<Double> millis) {

        double percentile(double share) {
            return millis.isEmpty() ? Double.NaN : millis.get((int) Math.min(millis.size() - 1, millis.size() * share));
        }
    }

    Load run(int clients, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> ask(end), "client " + i);
            client.start();
            threads.add(client);
        }
        for (Thread client : threads) {
            client.join();
        }
        List<Double> millis = nanos.stream().map(it -> it / 1e6).sorted().toList();
        return new Load(millis.size(), refused.get(), failed.get(), millis);
    }

    private void ask(long end) {
        try {
            while (System.nanoTime() < end) {
                int seconds = once();
                if (seconds > 0) {
                    TimeUnit.SECONDS.sleep(seconds);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return after how many seconds to come again */
    private int once() {
        long start = System.nanoTime();
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setFixedLengthStreamingMode(document.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(document);
            }
            return judged(connection, start);
        } catch (IOException e) {
            failed.incrementAndGet();
            return 0;
        }
    }

    private int judged(HttpURLConnection connection, long start) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String again = connection.getHeaderField("Retry-After");
        if (status == 200) {
            nanos.add(System.nanoTime() - start);
            return 0;
        }
        (status == 503 && again != null ? refused : failed).incrementAndGet();
        return again == null ? 0 : Integer.parseInt(again);
    }
}
