package org.throughline.cli;

import java.util.Comparator;
import java.util.List;
import org.throughline.facts.Problem;
import org.throughline.findings.Flaw;
import org.throughline.report.FlawText;
import org.throughline.report.ProblemText;

/** Problems on standard error. */
final class Problems {

    private static final int SHOWN = 20;

    private Problems() {}

    /** A line for each of the first, errors before warnings; results go on. */
    static void list(List<Problem> problems, Console console) {
        problems.stream()
                .sorted(Comparator.comparing(Problem::severity)) // stable: then by place
                .limit(SHOWN)
                .forEach(problem -> console.err().println(ProblemText.line(problem)));
        int more = problems.size() - SHOWN;
        if (more > 0) {
            console.err().println("and " + more + " more: throughline check shows all of them");
        }
    }

    /** Each with its place, what was found, what was expected and what to do; there is nothing else to show. */
    static void explain(List<Problem> problems, Console console) {
        problems.stream()
                .sorted(Comparator.comparing(problem -> problem.file() == null)) // the input as a whole comes last
                .limit(SHOWN)
                .forEach(problem -> ProblemText.write(problem, console.errScreen(), console.err()));
        int more = problems.size() - SHOWN;
        if (more > 0) {
            console.err().println("and " + more + " more");
        }
        console.err().flush();
    }

    /** What is wrong in rules that something was asked of. */
    static void inRules(List<Flaw> flaws, Console console) {
        List<Flaw> shown = flaws.subList(0, Math.min(SHOWN, flaws.size()));
        FlawText.write(shown, console.errScreen(), console.err());
        console.err().println("throughline rules check tells all that is wrong with the rules");
        console.err().flush();
    }
}
