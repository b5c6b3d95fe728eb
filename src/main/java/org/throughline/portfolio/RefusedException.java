package org.throughline.portfolio;

import java.util.List;
import org.throughline.facts.Problem;

/** What was asked for cannot be done; nothing was changed. The problems say what was found, what was expected and how to mend it. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<Problem> problems;

    private RefusedException(Why why, List<Problem> problems) {
        super(problems.get(0).file() + ": " + problems.get(0).found());
        this.why = why;
        this.problems = List.copyOf(problems);
    }

    /** What is in the way. */
    public enum Why {
        /** There is no such thing. */
        UNKNOWN,
        /** There is one already. */
        TAKEN,
        /** It is not said, or not so that it could be done. */
        WRONG
    }

    public Why why() {
        return why;
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** There is no such thing. */
    public static RefusedException unknown(String place, String found, String expected, String fix) {
        return new RefusedException(Why.UNKNOWN, List.of(problem(place, found, expected, fix)));
    }

    static RefusedException taken(String place, String found, String fix) {
        return new RefusedException(Why.TAKEN, List.of(problem(place, found, "A new one.", fix)));
    }

    /** @param problems at least one */
    public static RefusedException wrong(List<Problem> problems) {
        return new RefusedException(Why.WRONG, problems);
    }

    /** With a place that is no file, such as the field of a request. */
    public static Problem problem(String place, String found, String expected, String fix) {
        return new Problem(Problem.Severity.ERROR, place, null, null, null, found, expected, fix, null);
    }
}
