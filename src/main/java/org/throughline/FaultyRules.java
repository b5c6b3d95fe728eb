package org.throughline;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.throughline.app.UnusableException;
import org.throughline.report.ProblemText;

/** Rules that stop the start are explained like any problem, without a stack trace. */
final class FaultyRules extends AbstractFailureAnalyzer<UnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableException cause) {
        StringBuilder problems = new StringBuilder();
        cause.problems()
                .forEach(problem -> problems.append(ProblemText.line(problem)).append('\n'));
        return new FailureAnalysis(
                problems.toString(), "Mend the rules, or start with others: serve --rules DIR", cause);
    }
}
