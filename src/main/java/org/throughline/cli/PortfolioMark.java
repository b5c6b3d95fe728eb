package org.throughline.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.history.Handling;
import org.throughline.history.State;
import org.throughline.history.Wish;
import org.throughline.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What somebody makes of a recommendation. */
@Command(sortOptions = false, name = "mark", description = "Says what becomes of a recommendation.")
final class PortfolioMark implements Callable<Integer> {

    private final PortfolioAnswer answer;

    @Parameters(index = "0", paramLabel = "ID", description = "The portfolio.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "RECOMMENDATION", description = "Its id, such as assign-owner:use_case:uc-1.")
    private String recommendation = "";

    @Parameters(
            index = "2",
            paramLabel = "STATE",
            converter = Choice.OfState.class,
            completionCandidates = Choice.OfState.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private State state = State.OPEN;

    @Option(names = "--owner", paramLabel = "NAME", description = "Who does it.")
    private @Nullable String owner;

    @Option(names = "--due", paramLabel = "DATE", converter = Day.class, description = "By when.")
    private @Nullable LocalDate due;

    @Option(names = "--reason", paramLabel = "REASON", description = "Why it is declined, from the list.")
    private @Nullable String reason;

    @Option(names = "--note", paramLabel = "TEXT", description = "A note that stays with the state.")
    private @Nullable String note;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Until when it is declined or snoozed.")
    private @Nullable LocalDate until;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Goes to the audit trail.")
    private @Nullable String comment;

    @Mixin
    private final DataOption data;

    @Mixin
    private final ListFormat format = new ListFormat();

    PortfolioMark(Console console, RuleSource rules) {
        this.data = new DataOption(rules);
        this.answer = new PortfolioAnswer(console);
    }

    @Override
    public Integer call() {
        Wish wish = new Wish(state, owner, due, reason, note, until, comment);
        Handling handling = data.with(portfolios -> {
            long seen = portfolios.handling(id, recommendation).version();
            return portfolios
                    .change(id, List.of(new Store.Change(recommendation, seen, wish)), PortfolioAnswer.user())
                    .get(0);
        });
        return answer.write(format, handling, text -> text.handlings(Map.of(recommendation, handling)));
    }
}
