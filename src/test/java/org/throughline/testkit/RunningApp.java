package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.throughline.Throughline;

/**
 * The application as it runs, started with the first test class that asks for it and stopped after the last.
 *
 * <pre>
 * {@literal @}RegisterExtension
 * static final RunningApp app = new RunningApp();
 *
 * assertThat(app.get("/").statusCode()).isEqualTo(200);
 * </pre>
 *
 * <p>It listens on a free port of the loopback address and keeps its data in a folder that is deleted at the end. All
 * test classes of a run share it: a test must not rely on an empty store.
 */
public final class RunningApp implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> settings;
    private @Nullable Instance instance;

    /** @param settings as {@code --name=value}; classes with the same ones share an application */
    public RunningApp(String... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        instance = context.getRoot()
                .getStore(Namespace.create(RunningApp.class))
                .getOrComputeIfAbsent(settings, Instance::start, Instance.class);
    }

    /** The address of a path such as {@code /api/v1/advice?asOf=2026-06-30}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running().port() + path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** Sends the request and returns the answer, whatever its status; redirects are not followed. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return running().client().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the application", e);
        }
    }

    public HttpClient client() {
        return running().client();
    }

    /** A part of the application, for what cannot be asked over HTTP. */
    public <T> T bean(Class<T> type) {
        return running().context().getBean(type);
    }

    /** All parts of a kind. */
    public <T> java.util.Collection<T> beans(Class<T> type) {
        return running().context().getBeansOfType(type).values();
    }

    private Instance running() {
        if (instance == null) {
            throw new IllegalStateException("RunningApp is not started: annotate its static field @RegisterExtension");
        }
        return instance;
    }

    private record Instance(ConfigurableApplicationContext context, int port, HttpClient client, Path data)
            implements AutoCloseable {

        static Instance start(List<String> settings) {
            Path data = temporaryFolder();
            List<String> all = new ArrayList<>(List.of("--server.port=0", "--throughline.data=" + data));
            all.addAll(settings);
            ConfigurableApplicationContext context =
                    SpringApplication.run(Throughline.class, all.toArray(String[]::new));
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return new Instance(context, port, client, data);
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("throughline-test-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            context.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
