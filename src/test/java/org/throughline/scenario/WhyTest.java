package org.throughline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.engine.Inquiry;
import org.throughline.facts.Fact;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;
import org.throughline.rulebook.RuleBook;
import org.throughline.testkit.ShippedBook;

/** Going through a rule's conditions one by one gives the answer that the rule itself gave, in every scenario. */
class WhyTest {

    private static final RuleBook BOOK = ShippedBook.get();

    @Test
    void aRuleThatFiredFailsNowhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Scenario scenario : stories()) {
            Inquiry inquiry = new Inquiry(BOOK, portfolio(scenario));
            for (Finding finding : inquiry.advice().findings()) {
                Reasoning said =
                        inquiry.whyNot(finding.rule(), finding.subject()).get(0);
                if (!said.fires()) {
                    wrong.add(scenario.name() + ": " + finding.id() + " " + last(said));
                }
                assertThat(inquiry.why(finding.diagnostic(), finding.subject()))
                        .as(finding.id())
                        .isNotEmpty()
                        .allMatch(link -> !link.from().isEmpty());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRuleThatStayedSilentFailsSomewhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        int failing = 0;
        int open = 0;
        for (Scenario scenario : stories()) {
            Portfolio portfolio = portfolio(scenario);
            Inquiry inquiry = new Inquiry(BOOK, portfolio);
            for (Expected.Firing silent : scenario.expected().silent()) {
                for (Reasoning said : inquiry.whyNot(silent.diagnostic(), subject(silent.subject(), portfolio))) {
                    boolean unsure = said.conditions().stream().anyMatch(it -> it.outcome() == Reasoning.Outcome.OPEN);
                    failing += said.fires() ? 0 : 1;
                    open += said.fires() && unsure ? 1 : 0;
                    if (said.fires() && !unsure) {
                        wrong.add(scenario.name() + ": " + said.rule() + " about " + silent.subject());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(open).as("left open").isZero();
        assertThat(failing).as("explained").isGreaterThan(500);
    }

    private static List<Scenario> stories() throws IOException {
        return Scenario.in(Path.of("scenarios"));
    }

    private static Portfolio portfolio(Scenario scenario) {
        return Prepared.of(scenario, BOOK.files()).reading().portfolio();
    }

    private static Subject subject(String key, Portfolio portfolio) {
        return portfolio.facts().values().stream()
                .flatMap(List::stream)
                .filter(fact -> isSubject(fact, key))
                .map(Subject::of)
                .findFirst()
                .orElse(Subject.ORGANISATION);
    }

    private static boolean isSubject(Fact fact, String key) {
        try {
            return Subject.of(fact).key().equals(key);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Reasoning.Condition last(Reasoning said) {
        return said.conditions().get(said.conditions().size() - 1);
    }
}
