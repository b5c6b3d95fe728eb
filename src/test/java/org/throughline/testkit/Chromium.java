package org.throughline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A real browser, started with the first test class that asks for it. Where there is none its tests are skipped and say so, unless the
 * environment has {@code THROUGHLINE_BROWSER=required}. Screenshots are kept in {@code target/screenshots}.
 *
 * <p>Whatever a page logs as an error, a refusal by our own policy included, fails the test that caused it.
 */
public final class Chromium implements BeforeAllCallback, AfterEachCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic");
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final int HEIGHT = 1000;

    private final List<String> errors = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path program = program();
        if (program == null) {
            assertThat(System.getenv("THROUGHLINE_BROWSER"))
                    .as("A browser is required, and there is none of " + NAMES + " on the PATH")
                    .isNotEqualTo("required");
            Assumptions.abort("There is no browser (" + NAMES + ") on the PATH");
        }
        running = context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(program), Running.class);
    }

    private static @Nullable Path program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** A page in light, of that many pixels. */
    public Page page(int width) {
        return page(width, ColorScheme.LIGHT);
    }

    public Page page(int width, ColorScheme scheme) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setLocale("en-GB")
                        .setAcceptDownloads(true)
                        .setColorScheme(scheme));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    private Browser browser() {
        if (running == null) {
            throw new IllegalStateException("Chromium is not started: annotate its static field @RegisterExtension");
        }
        return running.browser;
    }

    /** Keeps what the page looks like from top to bottom. */
    public void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
    }

    /**
     * What axe-core finds, a line each: what is wrong and where. Of the editor of rules its input is looked at; the lines it paints are spans
     * over spans, whose colours take axe half a minute to tell.
     */
    public static List<String> barriers(Page page) {
        page.evaluate(axe());
        Object found = page.evaluate(
                "axe.run({exclude: ['.ace_scroller', '.ace_gutter']}, {resultTypes: ['violations']}).then(r =>"
                        + " r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** How many pixels the page is wider than its window. */
    public static int overflow(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    private static String axe() {
        try (InputStream in =
                Chromium.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> said = List.copyOf(errors);
        errors.clear();
        assertThat(said).as("What the browser's console says").isEmpty();
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running start(Path program) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(FLAGS));
            return new Running(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
