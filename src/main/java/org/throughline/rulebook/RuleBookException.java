package org.throughline.rulebook;

import java.util.List;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;

/** A rule book that cannot be used, with everything that is wrong with it. */
public final class RuleBookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient List<Flaw> flaws;

    public RuleBookException(List<Problem> problems) {
        this(problems, List.of());
    }

    private RuleBookException(List<Problem> problems, List<Flaw> flaws) {
        super(problems.size() + " problem(s) in the rules; first: " + problems.get(0));
        this.problems = List.copyOf(problems);
        this.flaws = List.copyOf(flaws);
    }

    /** Of what a check of the rules found, at least one error. */
    public static RuleBookException of(List<Flaw> flaws) {
        return new RuleBookException(
                flaws.stream().map(RuleBookException::problem).toList(), flaws);
    }

    /** The same as {@link #problems}, each with its line, column and text; empty where they are not of a check of the rules. */
    public List<Flaw> flaws() {
        return flaws;
    }

    private static Problem problem(Flaw flaw) {
        String rule = flaw.rule() == null ? "" : "in \"" + flaw.rule() + "\": ";
        Integer line = flaw.line() > 0 ? flaw.line() : null;
        return problem(
                flaw.file(),
                line,
                rule + flaw.found(),
                "rules that \"rules check\" finds nothing wrong with",
                flaw.fix());
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
