package org.throughline.app;

import java.util.List;
import org.throughline.advice.Advice;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.advice.Sensitivity;
import org.throughline.engine.recommending.Recommending;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleFiles;
import org.throughline.scenario.Differences;
import org.throughline.scenario.Effects;
import org.throughline.scenario.Sensitivities;
import org.throughline.scenario.TriedFacts;

/** What other rules, or other thresholds, would say of the same facts. */
public final class WhatIf {

    private final Input facts;
    private final Request request;
    private final Rules words;
    private final Reading reading;
    private final Portfolio portfolio;

    /**
     * @param rules whose words the facts are read with
     * @throws UnusableException if nothing in the facts could be used
     */
    public WhatIf(Input facts, Request request, Rules rules) {
        this.facts = facts;
        this.request = request;
        this.words = rules;
        reading = new Advisor(rules).read(facts, request);
        portfolio = portfolio(reading);
    }

    private static Portfolio portfolio(Reading reading) {
        if (reading.portfolio() == null) {
            throw new UnusableException(reading.problems());
        }
        return reading.portfolio();
    }

    /** With everything that is wrong with the facts. */
    public Reading reading() {
        return reading;
    }

    /**
     * The facts are read with the words of the rules that judge them.
     *
     * @throws UnusableException if either rules are faulty
     */
    public Effect effect(Rules before, Rules after) {
        RuleBook was = before.book();
        RuleBook now = after.hasSameRulesAs(before) ? withTables(was, after) : after.book();
        TriedFacts tried = TriedFacts.reading(portfolio, words.files(), this::readWith);
        return Advisor.watched(() -> Effects.of(was, now, tried, Settings.edited()));
    }

    private Portfolio readWith(RuleFiles others) {
        Rules rules = Rules.of(others, "", null, RuleNews.NOBODY);
        return portfolio(new Advisor(rules).read(facts, request));
    }

    /** Nothing has to be compiled where only tables were edited. */
    private static RuleBook withTables(RuleBook compiled, Rules others) {
        try {
            RuleBook book = compiled.with(others.files());
            Recommending.check(book);
            return book;
        } catch (RuleBookException e) {
            throw UnusableException.of(e);
        }
    }

    /** How advice on some facts differs from advice on the same facts with something supposed. */
    public static List<Change> changes(Advice before, Advice after) {
        return Differences.of(before, after);
    }

    /**
     * How advice would differ if that were so.
     *
     * @param advisor whose rules stay those that gave the advice
     * @throws WrongUseException with each edit that cannot be supposed
     */
    public static Effect effect(Advisor advisor, Portfolio facts, Advice before, List<Edit> edits) {
        Advice after = advisor.advise(facts, Supposed.of(facts, edits));
        return new Effect(edits.stream().map(Edit::words).toList(), changes(before, after));
    }

    /** By the thresholds' names. */
    public List<Sensitivity> sensitivity(Rules rules) {
        return Advisor.watched(() -> Sensitivities.of(rules.book(), portfolio));
    }
}
