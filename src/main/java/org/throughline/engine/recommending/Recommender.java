package org.throughline.engine.recommending;

import java.util.List;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;

/** Recommends again and again on facts of which most stay as they were: what nothing changed is kept. Not to be shared by threads. */
public final class Recommender {

    private final RuleBook book;
    private final Kept kept = new Kept();

    public Recommender(RuleBook book) {
        this.book = book;
    }

    /** The same as {@link Recommending#recommend}. */
    public List<Recommendation> recommend(Portfolio portfolio, Judged judged) {
        return Recommending.recommend(book, portfolio, judged, kept);
    }
}
