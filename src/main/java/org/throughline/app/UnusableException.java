package org.throughline.app;

import java.util.List;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleBookException;

/** There can be no advice: nothing in the input could be used, or the rules are faulty. The problems say what to do. */
public sealed class UnusableException extends RuntimeException permits WrongUseException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<Flaw> flaws;

    public UnusableException(List<Problem> problems) {
        this(problems, List.of());
    }

    private UnusableException(List<Problem> problems, List<Flaw> flaws) {
        super("No advice: " + problems.size() + " problem(s)");
        this.problems = List.copyOf(problems);
        this.flaws = List.copyOf(flaws);
    }

    static UnusableException of(RuleBookException faulty) {
        return new UnusableException(faulty.problems(), faulty.flaws());
    }

    /** @param flaws at least one */
    static UnusableException inRules(List<Flaw> flaws) {
        return of(RuleBookException.of(flaws));
    }

    /** Where rules are at fault, the same problems, each with its line, column and text; else empty. */
    public List<Flaw> flaws() {
        return flaws;
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
