package org.throughline.scenario;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakeOptions;
import org.throughline.intake.Vocabulary;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.safe.RunawayRuleException;

/** A scenario whose facts are read, to be run on one rule book after the other. */
record Prepared(Scenario scenario, Reading reading) {

    static Prepared of(Scenario scenario, RuleFiles words) {
        String synonyms = words.text("synonyms.csv");
        Vocabulary vocabulary = Vocabulary.parse("synonyms.csv", synonyms == null ? "" : synonyms);
        return new Prepared(
                scenario, Intake.read(List.of(scenario.facts()), IntakeOptions.of(scenario.asOf(), vocabulary)));
    }

    /**
     * Every difference as a sentence.
     *
     * @param fired told the names of the rules that fire
     */
    List<String> differences(RuleBook book, Consumer<String> fired) {
        @Nullable Portfolio portfolio = reading.portfolio();
        if (portfolio == null) {
            return List.of("its facts could not be read: " + reading.problems());
        }
        try {
            return ScenarioRun.differences(Engine.advise(book, portfolio, fired), scenario.expected());
        } catch (RunawayRuleException stopped) {
            return List.of("the rule \"" + stopped.rule() + "\" was stopped: " + stopped.reason());
        }
    }

    /** Whether the rules say anything else than what is expected. */
    boolean notices(RuleBook changed) {
        return !differences(changed, rule -> {}).isEmpty();
    }
}
