package org.throughline.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Advisor;
import org.throughline.portfolio.Portfolios;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where portfolios are kept, and by which rules they are judged. */
final class DataOption {

    private static final String URL = "THROUGHLINE_DATABASE_URL";
    private static final String USER = "THROUGHLINE_DATABASE_USER";
    private static final String PASSWORD = "THROUGHLINE_DATABASE_PASSWORD";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where portfolios are kept, the same as serve's. Default: data; or the PostgreSQL database that"
                            + " the environment names (" + URL + ", _USER, _PASSWORD).")
    private @Nullable Path folder;

    @Mixin
    private final RuleOptions rules;

    DataOption(RuleSource source) {
        this.rules = new RuleOptions(source);
    }

    /** Opens them for as long as the work takes. */
    <T> T with(Function<Portfolios, T> work) {
        try (Portfolios portfolios = new Portfolios(Store.open(settings()), this::advisor, Clock.systemDefaultZone())) {
            return work.apply(portfolios);
        }
    }

    private @Nullable Advisor advisor;

    private Advisor advisor() {
        if (advisor == null) {
            advisor = new Advisor(rules.rules());
        }
        return advisor;
    }

    private StoreSettings settings() {
        String url = System.getenv(URL);
        return folder == null && url != null
                ? StoreSettings.at(url, System.getenv(USER), System.getenv(PASSWORD))
                : StoreSettings.in(folder);
    }
}
