package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Link;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.check.Described;
import org.throughline.rulebook.check.Replay;

/** Judges a portfolio and remembers how, to answer why something was found, and why not. */
public final class Inquiry {

    private static final int DEEPEST = 6;
    private static final Map<RuleBook, Replay> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private final RuleBook book;
    private final Memory memory = new Memory();
    private final Advice advice;

    public Inquiry(RuleBook book, Portfolio portfolio) {
        this.book = book;
        this.advice = Engine.advise(book, portfolio, Integer.MAX_VALUE, memory);
    }

    /** What was said. */
    public Advice advice() {
        return advice;
    }

    /** Every match of the diagnostic about the subject, with what it follows from; none where it did not fire. */
    public List<Link> why(String diagnostic, Subject subject) {
        List<Link> links = new ArrayList<>();
        for (List<Object> session : memory.sessions()) {
            for (Object object : session) {
                if (object instanceof Reported one
                        && one.diagnostic().equals(diagnostic)
                        && one.key().equals(subject.key())) {
                    String what = one.diagnostic() + " about " + one.key() + " ("
                            + one.severity().word() + ")";
                    links.add(new Link(what, one.rule(), from(one, 0)));
                }
            }
        }
        links.sort(Comparator.comparing(Link::rule));
        return links;
    }

    private List<Link> from(Object fact, int depth) {
        Memory.Made made = memory.made(fact);
        return made == null || depth > DEEPEST
                ? List.of()
                : made.from().stream().map(premise -> link(premise, depth + 1)).toList();
    }

    private Link link(Object premise, int depth) {
        Memory.Made made = memory.made(premise);
        return new Link(Described.of(premise), made == null ? "" : made.rule(), from(premise, depth));
    }

    /**
     * For each rule that reports the diagnostic, or for the rule of that name, how far it came about the subject.
     *
     * @return the rule that came furthest first; empty where there is no such rule
     */
    public List<Reasoning> whyNot(String diagnosticOrRule, Subject subject) {
        return READ.computeIfAbsent(book, key -> new Replay(key.files()))
                .of(diagnosticOrRule, subject, local(), across());
    }

    /** All that the rules about one workflow knew in the end, given and derived. */
    public List<Object> local() {
        List<List<Object>> sessions = List.copyOf(memory.sessions());
        return sessions.subList(0, sessions.size() - 1).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** All that the rules across the organisation knew in the end. */
    public List<Object> across() {
        List<List<Object>> sessions = List.copyOf(memory.sessions());
        return sessions.get(sessions.size() - 1); // it fires last, on what the others carried there
    }
}
