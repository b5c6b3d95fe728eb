package org.throughline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.engine.Inquiry;
import org.throughline.facts.Fact;
import org.throughline.facts.Nearest;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.Link;
import org.throughline.findings.Reasoning;
import org.throughline.findings.Subject;

/**
 * Why something was found about a subject, or why not.
 *
 * @param asked id of a diagnostic, or name of a rule
 * @param finding null where nothing was found
 * @param links what the finding follows from, for every match
 * @param follows what is recommended for it
 * @param reasons how far each of its rules came, the one that came furthest first
 */
public record Why(
        String asked,
        Subject subject,
        @Nullable Finding finding,
        List<Link> links,
        List<Recommendation> follows,
        List<Reasoning> reasons) {

    /**
     * @param asked a diagnostic's id or slug, a rule's name, or a finding's id ({@code A1:uc-4}), where no subject is needed
     * @param subject {@code use_case:uc-4}, {@code uc-4} or {@code organisation}; null with a finding's id
     * @throws WrongUseException if there is no such diagnostic, rule or subject
     * @throws UnusableException if nothing in the facts could be used, or the rules are faulty
     */
    public static Why ask(String asked, @Nullable String subject, Rules rules, Input facts, Request request) {
        int colon = colon(asked, subject);
        known(colon < 0 ? asked : asked.substring(0, colon), rules); // before anything is read
        Reading reading = new Advisor(rules).read(facts, request);
        if (reading.portfolio() == null) {
            throw new UnusableException(reading.problems());
        }
        return ask(asked, subject, rules, reading.portfolio());
    }

    /** The same of facts that were read before. */
    public static Why ask(String asked, @Nullable String subject, Rules rules, Portfolio facts) {
        int colon = colon(asked, subject);
        String what = known(colon < 0 ? asked : asked.substring(0, colon), rules);
        Subject about = subject(colon < 0 ? String.valueOf(subject) : asked.substring(colon + 1), facts);
        return of(what, about, Advisor.watched(() -> new Inquiry(rules.book(), facts)));
    }

    /** Where a finding's id has its colon; negative where the subject stands apart. */
    private static int colon(String asked, @Nullable String subject) {
        int colon = subject == null ? asked.indexOf(':') : -1;
        if (subject == null && colon < 0) {
            throw WrongUseException.of(
                    asked,
                    "It is not said about what.",
                    "A subject such as use_case:uc-4.",
                    "Add it, or name a finding: A1:uc-4.");
        }
        return colon;
    }

    private static Why of(String what, Subject about, Inquiry inquiry) {
        @Nullable
        Finding finding = inquiry.advice().findings().stream()
                .filter(it -> it.diagnostic().equals(what) && it.subject().key().equals(about.key()))
                .findFirst()
                .orElse(null);
        List<Recommendation> follows = finding == null
                ? List.of()
                : inquiry.advice().recommendations().stream()
                        .filter(it -> it.findings().contains(finding.id()))
                        .toList();
        return new Why(what, about, finding, inquiry.why(what, about), follows, inquiry.whyNot(what, about));
    }

    /** The id of a diagnostic, or the name of a rule. */
    private static String known(String asked, Rules rules) {
        List<String> names = new ArrayList<>();
        for (Diagnostic diagnostic : rules.diagnostics()) {
            if (asked.equalsIgnoreCase(diagnostic.id()) || asked.equalsIgnoreCase(diagnostic.slug())) {
                return diagnostic.id();
            }
            names.addAll(List.of(diagnostic.id(), diagnostic.slug()));
        }
        names.addAll(rules.book().headers().keySet());
        if (names.contains(asked)) {
            return asked;
        }
        throw unknown(asked, "There is no diagnostic and no rule of that name.", "Such as A1.", names);
    }

    private static Subject subject(String asked, Portfolio portfolio) {
        if (asked.equals("organisation") || asked.equals(Subject.ORGANISATION.key())) {
            return Subject.ORGANISATION;
        }
        List<Subject> all = subjects(portfolio);
        return all.stream()
                .filter(it -> it.key().equals(asked) || it.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> unknown(
                        asked,
                        "There is nothing of that id in the facts.",
                        "Such as use_case:uc-4.",
                        all.stream().flatMap(it -> Stream.of(it.key(), it.id())).toList()));
    }

    /** All that can be asked about in given facts, but for the organisation. */
    public static List<Subject> subjects(Portfolio portfolio) {
        return portfolio.facts().values().stream()
                .flatMap(List::stream)
                .filter(Why::canBeSubject)
                .map(Subject::of)
                .toList();
    }

    private static boolean canBeSubject(Fact fact) {
        try {
            Subject.of(fact);
            return true;
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    private static WrongUseException unknown(String asked, String found, String expected, List<String> names) {
        List<String> near = Nearest.to(asked, names);
        return WrongUseException.of(
                asked,
                found,
                expected,
                near.isEmpty() ? "Correct it." : "Did you mean " + String.join(" or ", near) + "?");
    }
}
