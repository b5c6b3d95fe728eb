package org.throughline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Comparison;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Followed;
import org.throughline.portfolio.Following;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verbs that take a few lines are methods here; the others have a class of their own. */
@Command(
        name = "portfolio",
        synopsisSubcommandLabel = "COMMAND",
        description = "Organisations over time: snapshots, what became of advice, trends.",
        sortOptions = false)
final class PortfolioCommand implements Runnable {

    private static final int ALL = 10_000;

    private final Console console;
    private final PortfolioAnswer answer;

    @Spec
    private @Nullable CommandSpec spec;

    PortfolioCommand(Console console) {
        this.console = console;
        this.answer = new PortfolioAnswer(console);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing command: list, show, import, assess, mark, compare, export or delete");
    }

    @Command(name = "list", description = "All portfolios.")
    int list(@Mixin DataOption data, @Mixin ListFormat format) {
        List<PortfolioCard> all = data.with(portfolios -> portfolios.list("", ALL));
        return answer.write(format, all, text -> text.list(all));
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
                return answer.write(format, card, text -> text.show(card, snapshots, null));
            }
            SnapshotCard latest = snapshots.get(snapshots.size() - 1);
            Following following = portfolios.following();
            var figures = following.figures(latest);
            var trend = following.trend(id);
            return answer.write(format, trend, text -> {
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
            return answer.write(format, trend, text -> {
                text.say(scored + " of " + trend.points().size() + " snapshots were scored anew.");
                text.trend(trend);
            });
        });
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
}
