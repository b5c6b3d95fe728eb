package org.throughline.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Answer;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;

/**
 * What came of somebody's files.
 *
 * @param reading null where they could not even be looked at
 * @param lookup the advice, ready to be searched; null where there is none
 * @param problems why there is none, else those of the reading
 */
record Outcome(@Nullable Reading reading, @Nullable Lookup lookup, List<Problem> problems) {

    static Outcome of(Reading reading, Answer answer) {
        return new Outcome(reading, new Lookup(answer), reading.problems());
    }
}
