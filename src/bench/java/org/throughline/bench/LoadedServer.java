package org.throughline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as users start it, in a process of its own, with default limits. */
final class LoadedServer implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Throughline is at http://127\\.0\\.0\\.1:(\\d+)");
    private static final double TICKS_PER_SECOND = 100;

    private final Path data;
    private final Process process;
    private final int port;

    LoadedServer() throws IOException {
        data = Files.createTempDirectory("throughline-load-");
        List<String> command = List.of(
                Fresh.JAVA,
                "-cp",
                Fresh.classPath(),
                "org.throughline.Throughline",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString());
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        port = port();
    }

    private int port() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher told = PORT.matcher(line);
            if (told.find()) {
                drain(said);
                return Integer.parseInt(told.group(1));
            }
        }
        throw new IllegalStateException("the server did not start");
    }

    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}), "what the server says");
        reader.setDaemon(true);
        reader.start();
    }

    String uri(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Seconds of processor that it has used, user and system. */
    double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Megabytes that it has, or had at most. */
    long megabytes(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Fresh.delete(data);
    }
}
