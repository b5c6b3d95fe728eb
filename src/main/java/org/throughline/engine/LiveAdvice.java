package org.throughline.engine;

import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.OwnClasses;
import org.throughline.rulebook.RuleBook;

/**
 * Advice on facts that change a little at a time: the same as {@link Engine#advise}, byte for byte, of which only what changed is judged and
 * recommended anew. The first asking takes longer than that, as each workflow is judged by itself. May be shared by threads, which wait for
 * each other.
 */
public final class LiveAdvice {

    /** Facts beyond which keeping all that is known of them takes too much memory. */
    private static final int MOST = 50_000;

    private final RuleBook book;
    private @Nullable Living living;

    public LiveAdvice(RuleBook book) {
        this.book = book;
    }

    /** Ranked advice on the facts. The fewer of its rows are other objects than at the last asking, the sooner it is there. */
    public synchronized Advice advise(Portfolio portfolio) {
        if (!isKept(portfolio)) {
            return Engine.advise(book, portfolio);
        }
        Living before = living;
        living = null; // not to be used again should it stop half way
        Living now = OwnClasses.with(() -> moved(before, portfolio));
        Advice advice = OwnClasses.with(now::advice);
        living = now;
        return advice;
    }

    /** Rules that nobody has proved are watched, which takes a session with an end. */
    private boolean isKept(Portfolio portfolio) {
        int facts = portfolio.facts().values().stream()
                .mapToInt(java.util.List::size)
                .sum();
        return book.isProven() && !portfolio.useCases().isEmpty() && facts <= MOST;
    }

    private Living moved(@Nullable Living before, Portfolio portfolio) {
        if (before == null || !before.suits(portfolio)) {
            return new Living(book, portfolio);
        }
        before.become(portfolio);
        return before;
    }
}
