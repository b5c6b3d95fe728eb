package org.throughline.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** From the start of a server's process, rules unchanged, until it has answered with advice. */
final class ServerPart implements Part {

    private static final double LIMIT_S = 5;
    private static final int TIMES = 5;
    private static final int PAUSE_MS = 20;
    private static final String FACTS =
            "{\"use_cases\": [{\"id\": \"u\", \"name\": \"Summaries\", \"stage\": \"pilot\", \"outcome_owner_id\": null}]}";

    @Override
    public String name() {
        return "server";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        if (!Files.exists(ColdStart.JAR)) {
            table.row("Server start to first advice: skipped, no " + ColdStart.JAR);
            return;
        }
        double[] seconds = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            seconds[i] = once();
        }
        Arrays.sort(seconds);
        double median = seconds[TIMES / 2];
        table.row("Server start to first advice, unchanged rules, median")
                .measured("%.2f s".formatted(median))
                .limit(LIMIT_S + " s", median < LIMIT_S);
    }

    private static double once() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("throughline-bench-");
        int port = freePort();
        long start = System.nanoTime();
        Process server = new ProcessBuilder(
                        Fresh.JAVA, "-jar", ColdStart.JAR.toString(), "serve", "--port", "" + port, "--data", "" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!advises(server, port)) {
                Thread.sleep(PAUSE_MS);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            server.destroy();
            server.waitFor();
            Fresh.delete(data);
        }
    }

    private static boolean advises(Process server, int port) throws IOException, InterruptedException {
        if (!server.isAlive()) {
            throw new IllegalStateException("the server ended with " + server.exitValue());
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/advice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(FACTS))
                .build();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                return false;
            }
            if (!answer.body().contains("\"recommendations\"")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
