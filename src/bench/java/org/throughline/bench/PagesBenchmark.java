package org.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.throughline.Throughline;

/** The pages as a browser asks for them: from the upload to a brief that can be read, then page by page the median of several. */
final class PagesBenchmark implements AutoCloseable {

    static final String UPLOAD = "upload to brief";

    private static final int ROUNDS = 9;
    private static final List<String> PAGES = List.of(
            "",
            "?q=data",
            "/findings",
            "/findings?page=7",
            "/reading",
            "/pictures",
            "/pictures/workflows",
            "/pictures/handoffs",
            "/pictures/multiplying",
            "/what-if",
            "/take-away");
    private static final Pattern RECOMMENDATION = Pattern.compile("href=\"(/p/[^\"]*/recommendation\\?[^\"]+)\"");
    private static final Pattern FINDING = Pattern.compile("href=\"(/p/[^\"]*/finding\\?[^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----pages";

    private final Path data = temporary();
    private final ConfigurableApplicationContext server =
            SpringApplication.run(Throughline.class, "--server.port=0", "--throughline.data=" + data);
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param millis median, except of an upload, which is the last */
    record Measured(long millis, int bytes) {}

    private static Path temporary() {
        try {
            return Files.createTempDirectory("throughline-bench-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** By what was asked for; the upload first. */
    Map<String, Measured> measure(Sent file, int uploads) throws IOException, InterruptedException {
        Map<String, Measured> measured = new LinkedHashMap<>();
        String room = "";
        for (int i = 0; i < uploads; i++) {
            long start = System.nanoTime();
            room = upload(file);
            HttpResponse<byte[]> brief = get(room);
            while (brief.statusCode() == 302) {
                Thread.sleep(20);
                brief = get(room);
            }
            measured.put(UPLOAD, new Measured(millis(start), brief.body().length));
        }
        for (String page : PAGES) {
            measured.put(page.isEmpty() ? "brief" : page, page(room + page));
        }
        String brief = new String(get(room).body(), StandardCharsets.UTF_8);
        measured.put("/recommendation", page(linked(RECOMMENDATION, brief)));
        String recommendation = new String(get(linked(RECOMMENDATION, brief)).body(), StandardCharsets.UTF_8);
        measured.put("/finding", page(linked(FINDING, recommendation)));
        return measured;
    }

    private static String linked(Pattern link, String page) {
        Matcher found = link.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no link like " + link);
        }
        return found.group(1).replace("&amp;", "&");
    }

    private Measured page(String path) throws IOException, InterruptedException {
        long[] times = new long[ROUNDS];
        int bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> page = get(path);
            times[i] = millis(start);
            bytes = page.body().length;
            if (page.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + page.statusCode());
            }
        }
        Arrays.sort(times);
        return new Measured(times[ROUNDS / 2], bytes);
    }

    private String upload(Sent file) throws IOException, InterruptedException {
        HttpResponse<byte[]> start = get("/");
        Matcher token = TOKEN.matcher(new String(start.body(), StandardCharsets.UTF_8));
        if (!token.find()) {
            throw new IllegalStateException("the first page has no form");
        }
        String cookie = start.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String fields = part("_csrf", token.group(1)) + part("asOf", "2026-06-30") + "--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.name() + "\"\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(uri("/read"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Cookie", cookie)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(fields),
                        BodyPublishers.ofByteArray(file.bytes()),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                .build();
        String location = client.send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return URI.create(location).getPath().replace("/reading", "");
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build(), BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port") + path);
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
