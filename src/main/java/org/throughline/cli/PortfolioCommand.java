package org.throughline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Comparison;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;
import org.throughline.history.Wish;
import org.throughline.portfolio.Followed;
import org.throughline.portfolio.Following;
import org.throughline.portfolio.Imported;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.report.ComparisonText;
import org.throughline.report.PortfolioText;
import org.throughline.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Further verbs about portfolios are methods here. */
@Command(
        name = "portfolio",
        synopsisSubcommandLabel = "COMMAND",
        description = "Organisations over time: snapshots, what became of advice, trends.",
        sortOptions = false)
final class PortfolioCommand implements Runnable {

    private static final int ALL = 10_000;

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    PortfolioCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: list, show, import, assess, mark, compare or export");
    }

    @Command(name = "list", description = "All portfolios.")
    int list(@Mixin DataOption data, @Mixin ListFormat format) {
        List<PortfolioCard> all = data.with(portfolios -> portfolios.list("", ALL));
        return write(format, all, text -> text.list(all));
    }

    @Command(
            name = "show",
            description = "How a portfolio stands: trend, scale health, what waits, what became of advice.")
    int show(
            @Parameters(paramLabel = "ID", description = "The portfolio.") String id,
            @Mixin DataOption data,
            @Mixin ListFormat format) {
        return data.with(portfolios -> {
            PortfolioCard card = portfolios.portfolio(id);
            List<SnapshotCard> snapshots = portfolios.snapshots(id);
            if (snapshots.isEmpty()) {
                return write(format, card, text -> text.show(card, snapshots, null));
            }
            SnapshotCard latest = snapshots.get(snapshots.size() - 1);
            Following following = portfolios.following();
            var figures = following.figures(latest);
            var trend = following.trend(id);
            return write(format, trend, text -> {
                text.show(card, snapshots, trend);
                text.health(figures);
                text.clock(following.clock(latest));
                text.outcomes(following.outcomes(latest));
                text.handlings(inHand(portfolios, latest));
                text.links(portfolios.links(id));
            });
        });
    }

    private static Map<String, Handling> inHand(Portfolios portfolios, SnapshotCard latest) {
        Map<String, Handling> touched = new TreeMap<>();
        for (Followed it : portfolios.recommendations(latest)) {
            if (it.handling().version() > 0) {
                touched.put(it.recommendation().title(), it.handling());
            }
        }
        return touched;
    }

    @Command(
            name = "import",
            description =
                    "Keeps facts as the portfolio's next snapshot, with what the rules say of them; or takes over a"
                            + " portfolio that was exported.")
    int importFiles(
            @Parameters(index = "0", paramLabel = "ID", description = "The portfolio; made where there is none.")
                    String id,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "PATH",
                            description = "Folders, ZIPs, CSV, XLSX or JSON files; or one ZIP of portfolio export.")
                    List<Path> paths,
            @Option(
                            names = "--as-of",
                            paramLabel = "DATE",
                            converter = Day.class,
                            description = "The day that the facts tell of. Default: today.")
                    @Nullable
                    LocalDate asOf,
            @Option(names = "--name", paramLabel = "NAME", description = "What people call it. Default: its id.")
                    @Nullable
                    String name,
            @Option(names = "--strict", description = "Keep nothing if anything in the input cannot be read.")
                    boolean strict,
            @Mixin MappingOption mapping,
            @Mixin DataOption data,
            @Mixin ListFormat format) {
        Paths.input(paths);
        if (paths.size() == 1 && isArchive(paths.get(0))) {
            PortfolioCard card = data.with(portfolios -> restored(portfolios, id, paths.get(0)));
            return write(format, card, text -> text.list(List.of(card)));
        }
        Shipment shipment = Shipment.of(Shipment.files(paths), asOf)
                .withMapping(mapping.nameOrFile())
                .withStrict(strict);
        Imported imported = data.with(portfolios -> Progress.during("Reading and judging", console, () -> {
            if (portfolios.list("", ALL).stream().noneMatch(card -> card.id().equals(id))) {
                portfolios.create(id, name == null ? id : name, user());
            }
            return portfolios.importFiles(id, shipment, user());
        }));
        Problems.list(imported.advice().problems(), console);
        SnapshotCard snapshot = imported.snapshot();
        String said = imported.isNew()
                ? "Snapshot %d of %s, as of %s: %d recommendations. portfolio show %s tells more."
                        .formatted(
                                snapshot.number(),
                                id,
                                snapshot.asOf(),
                                imported.advice().recommendations().size(),
                                id)
                : "The same files are snapshot %d of %s already, as of %s; nothing was kept twice."
                        .formatted(snapshot.number(), id, snapshot.asOf());
        return write(format, snapshot, text -> text.say(said));
    }

    private static boolean isArchive(Path path) {
        if (Files.isDirectory(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Store.isArchive(in);
        } catch (IOException e) {
            return false; // whoever reads it will say so
        }
    }

    private static PortfolioCard restored(Portfolios portfolios, String id, Path zip) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(zip))) {
            return portfolios.restore(zip.toString(), in, id, user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(
            name = "assess",
            description = "Scores all snapshots by the rules of today that were not yet, and shows the trend.")
    int assess(
            @Parameters(paramLabel = "ID", description = "The portfolio.") String id,
            @Mixin DataOption data,
            @Mixin ListFormat format) {
        return data.with(portfolios -> {
            Following following = portfolios.following();
            int scored = Progress.during("Judging", console, () -> following.rescore(id));
            var trend = following.trend(id);
            return write(format, trend, text -> {
                text.say(scored + " of " + trend.points().size() + " snapshots were scored anew.");
                text.trend(trend);
            });
        });
    }

    @Command(name = "mark", description = "Says what becomes of a recommendation.")
    int mark(
            @Parameters(index = "0", paramLabel = "ID", description = "The portfolio.") String id,
            @Parameters(
                            index = "1",
                            paramLabel = "RECOMMENDATION",
                            description = "Its id, such as assign-owner:use_case:uc-1.")
                    String recommendation,
            @Parameters(
                            index = "2",
                            paramLabel = "STATE",
                            converter = Choice.OfState.class,
                            completionCandidates = Choice.OfState.class,
                            description = "One of ${COMPLETION-CANDIDATES}.")
                    State state,
            @Option(names = "--owner", paramLabel = "NAME", description = "Who does it.") @Nullable String owner,
            @Option(names = "--due", paramLabel = "DATE", converter = Day.class, description = "By when.") @Nullable
                    LocalDate due,
            @Option(names = "--reason", paramLabel = "REASON", description = "Why it is declined, from the list.")
                    @Nullable
                    String reason,
            @Option(names = "--note", paramLabel = "TEXT", description = "A note that stays with the state.") @Nullable
                    String note,
            @Option(
                            names = "--until",
                            paramLabel = "DATE",
                            converter = Day.class,
                            description = "Until when it is declined or snoozed.")
                    @Nullable
                    LocalDate until,
            @Option(names = "--comment", paramLabel = "TEXT", description = "Goes to the audit trail.") @Nullable
                    String comment,
            @Mixin DataOption data,
            @Mixin ListFormat format) {
        Wish wish = new Wish(state, owner, due, reason, note, until, comment);
        Handling handling = data.with(portfolios -> {
            long seen = portfolios.handling(id, recommendation).version();
            return portfolios
                    .change(id, List.of(new Store.Change(recommendation, seen, wish)), user())
                    .get(0);
        });
        return write(format, handling, text -> text.handlings(Map.of(recommendation, handling)));
    }

    @Command(name = "compare", description = "Two snapshots side by side.")
    int compare(
            @Parameters(index = "0", paramLabel = "ID", description = "The portfolio.") String id,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "FROM",
                            description = "Number of a snapshot. Default: the last but one.")
                    @Nullable
                    Long from,
            @Parameters(
                            index = "2",
                            arity = "0..1",
                            paramLabel = "TO",
                            description = "Number of a snapshot. Default: the last.")
                    @Nullable
                    Long to,
            @Mixin DataOption data,
            @Mixin ListFormat format) {
        Comparison comparison = data.with(portfolios -> {
            List<SnapshotCard> all = portfolios.snapshots(id);
            if (from == null && all.size() < 2) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is nothing to compare: " + id + " has " + all.size() + " of the two snapshots it takes");
            }
            long first = from == null ? all.get(all.size() - 2).number() : from;
            long second = to == null ? all.get(all.size() - 1).number() : to;
            return Progress.during(
                    "Comparing", console, () -> portfolios.following().compare(id, first, second));
        });
        Output.write(null, console, out -> {
            if (format.isJson()) {
                HistoryJson.write(comparison, out);
            } else {
                Output.text(out, writer -> ComparisonText.write(comparison, console.screen(), writer));
            }
        });
        return ExitCode.DONE;
    }

    @Command(name = "export", description = "The whole portfolio as one ZIP that another installation imports.")
    int export(
            @Parameters(paramLabel = "ID", description = "The portfolio.") String id,
            @Option(names = "--output", paramLabel = "FILE", description = "Default: ID.zip.") @Nullable Path output,
            @Mixin DataOption data) {
        Path file = output == null ? Path.of(id + ".zip") : output;
        data.with(portfolios -> {
            portfolios.portfolio(id);
            Output.write(file, console, out -> portfolios.export(id, out));
            return id;
        });
        console.err().println("Written: " + file);
        return ExitCode.DONE;
    }

    private int write(ListFormat format, Object record, Consumer<PortfolioText> content) {
        Output.write(null, console, out -> {
            if (format.isJson()) {
                HistoryJson.write(record, out);
            } else {
                Output.text(out, writer -> content.accept(new PortfolioText(console.screen(), writer)));
            }
        });
        return ExitCode.DONE;
    }

    private static String user() {
        return System.getProperty("user.name", "command line");
    }
}
