package org.throughline.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Clients that import and change at once over HTTP, and remember what was acknowledged to them. */
final class Writers {

    private static final int CLIENTS = 4;

    /** Texts of imports that were acknowledged. */
    final Queue<String> imports = new ConcurrentLinkedQueue<>();

    /** Owners of changes that were acknowledged, with the recommendation they were made to. */
    final Map<String, String> changes = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final UnaryOperator<String> bodies;
    private final List<String> recommendations;
    private final List<Thread> threads = new ArrayList<>();

    Writers(int port) {
        this(
                port,
                unique -> "import " + unique,
                IntStream.range(0, Arrivals.RECOMMENDATIONS)
                        .mapToObj(Arrivals::recommendation)
                        .toList());
    }

    /**
     * @param bodies what to import, for a text that is told apart from all others
     * @param recommendations what to change
     */
    Writers(int port, UnaryOperator<String> bodies, List<String> recommendations) {
        this.bodies = bodies;
        this.recommendations = recommendations;
        base = "http://127.0.0.1:" + port + "/api/v1/portfolios/" + Arrivals.PORTFOLIO;
    }

    /**
     * Lets them work until the server is gone.
     *
     * @param round told apart from all others
     * @param acknowledged counted down with each acknowledged write
     */
    Writers begin(String round, CountDownLatch acknowledged) {
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            Thread thread = new Thread(() -> work(round + "-" + number, number, acknowledged));
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    int acknowledged() {
        return imports.size() + changes.size();
    }

    private void work(String name, int client, CountDownLatch acknowledged) {
        try {
            for (int i = 0; true; i++) {
                String unique = name + "-" + i;
                boolean done = (i + client) % 4 == 0
                        ? keep(unique)
                        : change(unique, recommendations.get(i % recommendations.size()));
                if (done) {
                    acknowledged.countDown();
                }
            }
        } catch (IOException gone) {
            // killed, as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean keep(String unique) throws IOException, InterruptedException {
        String body = bodies.apply(unique);
        boolean kept =
                send(request("/snapshots").POST(BodyPublishers.ofString(body))).statusCode() == 201;
        if (kept) {
            imports.add(body);
        }
        return kept;
    }

    private boolean change(String unique, String id) throws IOException, InterruptedException {
        HttpResponse<String> seen = send(request("/recommendations/" + id));
        String etag = seen.headers().firstValue("ETag").orElse("\"0\"");
        String wish = "{\"state\":\"accepted\",\"owner\":\"%s\",\"due\":\"2026-09-30\"}".formatted(unique);
        boolean changed =
                send(request("/recommendations/" + id).header("If-Match", etag).PUT(BodyPublishers.ofString(wish)))
                                .statusCode()
                        == 200;
        if (changed) {
            changes.put(unique, id);
        }
        return changed;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
