package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.throughline.facts.Portfolio;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Known;
import org.throughline.rulebook.OwnClasses;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.safe.Watch;

/** Fires one base of a rule book on facts. */
final class Firing {

    private static final String FINDINGS = "findings";

    private final RuleBook book;
    private final List<Object> context = new ArrayList<>();
    private final AsOf asOf;
    private final Function<String, String> names;
    private final Trace trace;

    Firing(RuleBook book, Portfolio portfolio, Function<String, String> names, Trace trace) {
        this.trace = trace;
        this.book = book;
        this.asOf = new AsOf(portfolio.asOf());
        this.names = names;
        context.add(asOf);
        context.addAll(book.thresholds());
        context.addAll(book.wordLists());
        portfolio.known().stream().sorted().map(Known::new).forEach(context::add);
    }

    /**
     * What the rules made of the facts.
     *
     * @throws org.throughline.rulebook.safe.RunawayRuleException if a rule that nobody has proved went beyond its limits
     */
    Outcome fire(KieBase base, Collection<?> facts) {
        return OwnClasses.with(() -> fireHere(base, facts)); // a pool's thread has whatever loader its pool gave it
    }

    /** Rules that only derive need not name the findings, and Drools takes no global that nobody names. */
    private static boolean reports(KieBase base) {
        return base.getKiePackages().stream()
                .flatMap(one -> one.getGlobalVariables().stream())
                .anyMatch(global -> global.getName().equals(FINDINGS));
    }

    private void insert(Collection<?> facts, KieSession session) {
        context.forEach(session::insert);
        facts.forEach(session::insert);
    }

    /**
     * A session of that base that stays open for facts to come and go; nothing fired yet. It is not to be closed: the base does not know of
     * it, and it goes with whoever holds it.
     */
    KieSession open(KieBase base) {
        KieSessionConfiguration forgotten = KieServices.get().newKieSessionConfiguration();
        forgotten.setOption(KeepReferenceOption.NO);
        KieSession session = base.newKieSession(forgotten, null);
        if (reports(base)) {
            session.setGlobal(FINDINGS, new Findings(book.headers(), asOf, names));
        }
        context.forEach(session::insert);
        return session;
    }

    private Outcome fireHere(KieBase base, Collection<?> facts) {
        KieSession session = base.newKieSession();
        try {
            if (reports(base)) {
                session.setGlobal(FINDINGS, new Findings(book.headers(), asOf, names));
            }
            trace.begin(session);
            if (book.isProven()) {
                insert(facts, session);
                session.fireAllRules();
            } else {
                Watch.during(session, facts.size(), () -> insert(facts, session));
            }
            trace.end(session);
            Outcome outcome = new Outcome();
            session.getObjects().forEach(outcome::take);
            return outcome;
        } finally {
            trace.close();
            session.dispose();
        }
    }
}
