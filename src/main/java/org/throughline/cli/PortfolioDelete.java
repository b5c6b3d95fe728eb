package org.throughline.cli;

import java.util.concurrent.Callable;
import org.throughline.app.WrongUseException;
import org.throughline.history.PortfolioCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a portfolio, where somebody says that they mean it. */
@Command(
        name = "delete",
        sortOptions = false,
        description = "Deletes a portfolio with all that is in it. It cannot be undone: export it first.")
final class PortfolioDelete implements Callable<Integer> {

    private final PortfolioAnswer answer;

    @Parameters(paramLabel = "ID", description = "The portfolio.")
    private String id = "";

    @Option(names = "--yes", description = "You mean it.")
    private boolean yes;

    @Mixin
    private final DataOption data;

    @Mixin
    private final ListFormat format = new ListFormat();

    PortfolioDelete(Console console, RuleSource rules) {
        this.data = new DataOption(rules);
        this.answer = new PortfolioAnswer(console);
    }

    @Override
    public Integer call() {
        PortfolioCard gone = data.with(portfolios -> {
            PortfolioCard card = portfolios.portfolio(id);
            if (!yes) {
                throw WrongUseException.of(
                        "portfolio delete " + id,
                        "It would delete \"%s\" with %s, all advice and its audit trail, for good."
                                .formatted(card.name(), snapshots(card)),
                        "Your word that you mean it.",
                        "Say --yes; portfolio export " + id + " keeps a copy.");
            }
            portfolios.delete(id, null, PortfolioAnswer.user());
            return card;
        });
        String said = "Deleted: %s, %s, with %s.".formatted(id, gone.name(), snapshots(gone));
        return answer.write(format, gone, text -> text.say(said));
    }

    private static String snapshots(PortfolioCard card) {
        return card.snapshots() + (card.snapshots() == 1 ? " snapshot" : " snapshots");
    }
}
