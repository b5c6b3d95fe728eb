package org.throughline.app;

import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.engine.LiveAdvice;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;

/**
 * Advice on what somebody supposes about facts. Who asks a second time about the same facts will ask again: from then on all that is known
 * of them is kept at hand, as long as there is memory for it; it is put together meanwhile, so that nobody waits for it. May be shared by
 * threads.
 */
final class Standby {

    /** Portfolios of which that is kept. */
    private static final int MOST = 4;

    private static final class Asked {
        private final WeakReference<RuleBook> book;
        private final WeakReference<Portfolio> facts;
        private @Nullable SoftReference<LiveAdvice> live;
        private CompletableFuture<?> begun = CompletableFuture.completedFuture(null);

        private Asked(RuleBook book, Portfolio facts) {
            this.book = new WeakReference<>(book);
            this.facts = new WeakReference<>(facts);
        }

        private boolean is(RuleBook ofBook, Portfolio ofFacts) {
            return book.refersTo(ofBook) && facts.refersTo(ofFacts);
        }

        /** Null until it is there. */
        private synchronized @Nullable LiveAdvice live(RuleBook ofBook, Portfolio ofFacts) {
            LiveAdvice known = live == null ? null : live.get();
            if (known == null && begun.isDone()) {
                begun = CompletableFuture.runAsync(() -> begin(ofBook, ofFacts));
            }
            return known;
        }

        private void begin(RuleBook ofBook, Portfolio ofFacts) {
            LiveAdvice made = new LiveAdvice(ofBook);
            made.advise(ofFacts); // to come back to
            synchronized (this) {
                live = new SoftReference<>(made);
            }
        }
    }

    private final Deque<Asked> lately = new ArrayDeque<>();

    /** @param facts that it is supposed of: the same object each time */
    Advice advise(RuleBook book, Portfolio facts, Portfolio supposed) {
        Asked before = asked(book, facts);
        LiveAdvice live = before == null ? null : before.live(book, facts);
        return live == null ? Engine.advise(book, supposed) : live.advise(supposed);
    }

    private synchronized @Nullable Asked asked(RuleBook book, Portfolio facts) {
        for (Iterator<Asked> each = lately.iterator(); each.hasNext(); ) {
            Asked one = each.next();
            if (one.is(book, facts)) {
                each.remove();
                lately.addFirst(one);
                return one;
            }
        }
        lately.addFirst(new Asked(book, facts));
        if (lately.size() > MOST) {
            lately.removeLast();
        }
        return null;
    }
}
