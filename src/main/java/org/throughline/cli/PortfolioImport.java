package org.throughline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Imported;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps files as the next snapshot, or takes over what was exported. */
@Command(
        sortOptions = false,
        name = "import",
        description = "Keeps facts as the portfolio's next snapshot, with what the rules say of them; or takes over a"
                + " portfolio that was exported.")
final class PortfolioImport implements Callable<Integer> {

    private final Console console;
    private final PortfolioAnswer answer;

    @Parameters(index = "0", paramLabel = "ID", description = "The portfolio; made where there is none.")
    private String id = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders, ZIPs, CSV, XLSX or JSON files; or one ZIP of portfolio export.")
    private List<Path> paths = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day that the facts tell of. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it. Default: its id.")
    private @Nullable String name;

    @Option(names = "--strict", description = "Keep nothing if anything in the input cannot be read.")
    private boolean strict;

    @Mixin
    private final MappingOption mapping = new MappingOption();

    @Mixin
    private final DataOption data;

    @Mixin
    private final ListFormat format = new ListFormat();

    PortfolioImport(Console console, RuleSource rules) {
        this.console = console;
        this.data = new DataOption(rules);
        this.answer = new PortfolioAnswer(console);
    }

    @Override
    public Integer call() {
        Paths.input(paths);
        if (paths.size() == 1 && isArchive(paths.get(0))) {
            PortfolioCard card = data.with(portfolios -> restored(portfolios, id, paths.get(0)));
            return answer.write(format, card, text -> text.list(List.of(card)));
        }
        Shipment shipment = Shipment.of(Shipment.files(paths), asOf)
                .withMapping(mapping.nameOrFile())
                .withStrict(strict);
        Imported imported = data.with(
                portfolios -> Progress.during("Reading and judging", console, () -> imported(portfolios, shipment)));
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
        return answer.write(format, snapshot, text -> text.say(said));
    }

    /** An import that fails leaves nothing behind, an empty portfolio neither. */
    private Imported imported(Portfolios portfolios, Shipment shipment) {
        boolean isNew = !portfolios.isThere(id);
        if (isNew) {
            portfolios.create(id, name == null ? id : name, PortfolioAnswer.user());
        }
        try {
            return portfolios.importFiles(id, shipment, PortfolioAnswer.user());
        } catch (RuntimeException e) {
            if (isNew) {
                portfolios.delete(id, portfolios.revision(id), PortfolioAnswer.user());
            }
            throw e;
        }
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
            return portfolios.restore(zip.toString(), in, id, PortfolioAnswer.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
