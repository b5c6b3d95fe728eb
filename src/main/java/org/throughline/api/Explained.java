package org.throughline.api;

import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.throughline.app.UnusableException;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.StoreException;

/** What went wrong as the document that REST would answer, for those edges that Spring does not ask for one. */
@Component
public final class Explained {

    private final ProblemDocuments requests;
    private final PortfolioProblems kept;

    Explained(ProblemDocuments requests, PortfolioProblems kept) {
        this.requests = requests;
        this.kept = kept;
    }

    /** What we did not foresee is logged under a number that the document names. */
    public ProblemDetail of(Exception e) {
        if (e instanceof UnusableException unusable) {
            return requests.unusable(unusable);
        }
        if (e instanceof RefusedException refused) {
            return kept.refused(refused);
        }
        if (e instanceof StoreException store) {
            return kept.notKept(store);
        }
        return ofRequest(e);
    }

    private ProblemDetail ofRequest(Exception e) {
        if (e instanceof MalformedJsonException malformed) {
            return requests.malformed(malformed);
        }
        if (e instanceof TooLargeException large) {
            return requests.tooLarge(large);
        }
        return e instanceof NoDayException day ? requests.noDay(day) : ProblemDocuments.ours(e);
    }
}
