package org.throughline.app;

import java.util.List;
import org.throughline.facts.Problem;

/** There can be no advice: nothing in the input could be used, or the rules are faulty. The problems say what to do. */
public sealed class UnusableException extends RuntimeException permits WrongUseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public UnusableException(List<Problem> problems) {
        super("No advice: " + problems.size() + " problem(s)");
        this.problems = List.copyOf(problems);
    }

    /** At least one. */
    public List<Problem> problems() {
        return problems;
    }

    static UnusableException of(String file, String found, String expected, String fix) {
        return new UnusableException(List.of(problem(file, found, expected, fix)));
    }

    static Problem problem(String file, String found, String expected, String fix) {
        return new Problem(Problem.Severity.ERROR, file, null, null, null, found, expected, fix, null);
    }
}
