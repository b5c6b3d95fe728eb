package org.throughline.rules;

import java.util.List;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.findings.Finding;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.ShippedBook;

/** What the shipped rules say of an organisation about one diagnostic. */
final class Judged {

    private final Advice advice;
    private final String diagnostic;

    private Judged(Advice advice, String diagnostic) {
        this.advice = advice;
        this.diagnostic = diagnostic;
    }

    static Judged by(String diagnostic, Organisation organisation) {
        return new Judged(Engine.advise(ShippedBook.get(), organisation.portfolio()), diagnostic);
    }

    /** {@code wf/a->b high}, with {@code assumed} where it rests on what nobody knows. */
    List<String> found() {
        return findings().stream()
                .map(one -> one.subject().id() + " " + one.severity().word() + (one.assumed() ? " assumed" : ""))
                .toList();
    }

    List<String> statements() {
        return findings().stream().map(Finding::statement).toList();
    }

    /** What is missing to judge it, with the number of subjects: {@code 1 [handoffs]}. */
    List<String> missing() {
        return advice.notJudged().stream()
                .filter(one -> one.diagnostic().equals(diagnostic))
                .map(one -> one.subjects() + " " + one.missing())
                .toList();
    }

    private List<Finding> findings() {
        return advice.findings().stream()
                .filter(one -> one.diagnostic().equals(diagnostic))
                .toList();
    }
}
