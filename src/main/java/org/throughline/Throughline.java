package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.throughline.access.FirstAdministrator;
import org.throughline.access.LogIn;
import org.throughline.api.Meter;
import org.throughline.app.Advisor;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDrafts;
import org.throughline.cli.Cli;
import org.throughline.portfolio.Portfolios;
import org.throughline.rulebook.Shelf;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;

/**
 * Where the program starts: every command goes through {@link Cli}, and only {@code serve} starts Spring.
 *
 * <p>Spring looks for its components in the edges and the store only; the other packages know nothing of it.
 */
@SpringBootApplication(
        scanBasePackages = {
            "org.throughline.access",
            "org.throughline.api",
            "org.throughline.web",
            "org.throughline.store"
        },
        proxyBeanMethods = false)
@ConfigurationPropertiesScan(basePackages = {"org.throughline.api", "org.throughline.access"})
public class Throughline {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && !arguments[0].equals("serve") && !arguments[0].startsWith("-")) {
            silenceLibraries();
        }
        int exitCode = Cli.run(Throughline::serve, arguments);
        if (exitCode != 0) { // 0 leaves the JVM to its threads: a server goes on serving
            System.exit(exitCode);
        }
    }

    /** Commands say themselves what is to be said. To set up logging that nobody reads would take a quarter of a second of each. */
    private static void silenceLibraries() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /** Loaded before the first request. Rules that cannot be used do not stop the start: those of the program advise, and it is said. */
    @Bean
    LiveRules rules(
            Store store,
            @Value("${throughline.rules:#{null}}") @Nullable Path rules,
            @Value("${throughline.scenarios:#{null}}") @Nullable Path scenarios,
            @Value("${throughline.data:#{null}}") @Nullable Path data,
            @Value("${throughline.publishing.by-another:false}") boolean byAnother) {
        LiveRules live = LiveRules.start(
                rules,
                scenarios,
                new LiveRules.Home(data, SharedShelf.of(store, "rules")),
                Clock.systemUTC(),
                new RulesLog());
        if (byAnother) {
            live.requireAnother();
        }
        return live;
    }

    @Bean
    Advisor advisor(LiveRules rules, Meter meter) {
        return new Advisor(rules, meter::worked);
    }

    @Bean
    RuleDrafts drafts(Store store, @Value("${throughline.data:#{null}}") @Nullable Path data) {
        Shelf shared = SharedShelf.of(store, "drafts");
        return shared == null ? new RuleDrafts(data, Clock.systemUTC()) : new RuleDrafts(shared, Clock.systemUTC());
    }

    /** What is kept: in the data folder, or in the PostgreSQL database that is named. */
    @Bean
    Store store(
            @Value("${throughline.data:#{null}}") @Nullable Path data,
            @Value("${throughline.database.url:#{null}}") @Nullable String url,
            @Value("${throughline.database.user:#{null}}") @Nullable String user,
            @Value("${throughline.database.password:#{null}}") @Nullable String password) {
        return Store.open(url == null ? StoreSettings.in(data) : StoreSettings.at(url, user, password));
    }

    @Bean
    Portfolios portfolios(Advisor advisor, Store store) {
        return new Portfolios(store, advisor::fixed, Clock.systemDefaultZone());
    }

    private static int serve(List<String> properties) {
        try {
            welcome(SpringApplication.run(Throughline.class, properties.toArray(String[]::new)));
            return 0;
        } catch (RuntimeException reportedBySpring) { // with its cause and what to do, for instance a port in use
            return 1;
        }
    }

    private static void welcome(ConfigurableApplicationContext context) {
        Environment settings = context.getEnvironment();
        Logger log = LoggerFactory.getLogger(Throughline.class);
        String address = "http://" + settings.getProperty("server.address", "localhost") + ":"
                + settings.getProperty("local.server.port");
        log.info("Throughline is at {} - Ctrl-C ends it", address);
        if (context.getBean(LogIn.class).isRequired()) {
            log.info("Log-in is required (throughline.login.mode): {}/login", address);
        }
        // On the console and not in the log: who has it becomes administrator.
        context.getBean(FirstAdministrator.class)
                .invitation()
                .ifPresent(token -> System.out.printf(
                        "There is no administrator yet. Open %s/setup and type this token there, which is good"
                                + " once:%n%n    %s%n%n",
                        address, token));
    }
}
