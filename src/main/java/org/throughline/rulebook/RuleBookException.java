package org.throughline.rulebook;

import java.util.List;
import org.throughline.facts.Problem;

/** A rule book that cannot be used, with everything that is wrong with it. */
public final class RuleBookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RuleBookException(List<Problem> problems) {
        super(problems.size() + " problem(s) in the rules; first: " + problems.get(0));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One thing that is wrong in a rule file or table. */
    public static Problem problem(
            String file, @org.jspecify.annotations.Nullable Integer row, String found, String expected, String fix) {
        return new Problem(Problem.Severity.ERROR, file, row, null, null, found, expected, fix, null);
    }
}
