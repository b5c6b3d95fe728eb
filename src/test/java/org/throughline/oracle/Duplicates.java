package org.throughline.oracle;

import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.oracle.Given.named;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;

/** D5: active use cases of different teams that do the same, grouped by what links them. */
final class Duplicates {

    private final Terms terms;
    private final Verdicts verdicts;
    private final List<UseCase> candidates;
    private final Map<String, String> smallest = new HashMap<>();

    Duplicates(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
        this.candidates = terms.useCases().stream()
                .filter(useCase -> !terms.active(useCase).isFalse())
                .filter(useCase -> !named(useCase, "team_id").isFalse())
                .sorted((a, b) -> Texts.BY_CODE_POINT.compare(a.id(), b.id()))
                .toList();
    }

    void judge() {
        candidates.forEach(useCase -> verdicts.say("D5", useCase.id(), Truth.FALSE, MEDIUM));
        visit(Truth.TRUE);
        smallest.keySet().forEach(id -> verdicts.say("D5", smallest(id), Truth.TRUE, MEDIUM));
        visit(Truth.UNKNOWN);
    }

    private void visit(Truth wanted) {
        for (int i = 0; i < candidates.size(); i++) {
            for (UseCase other : candidates.subList(i + 1, candidates.size())) {
                UseCase one = candidates.get(i);
                if (linked(one, other) == wanted) {
                    join(one.id(), other.id(), wanted);
                }
            }
        }
    }

    private void join(String one, String other, Truth linked) {
        if (linked.isTrue()) {
            String a = smallest(one);
            String b = smallest(other);
            boolean ordered = Texts.BY_CODE_POINT.compare(a, b) <= 0;
            smallest.put(ordered ? b : a, ordered ? a : b);
        } else if (!smallest(one).equals(smallest(other))
                && !verdicts.truth("D5", smallest(one)).isTrue()) {
            verdicts.say("D5", smallest(one), Truth.UNKNOWN, MEDIUM);
        }
    }

    private String smallest(String id) {
        String up = smallest.getOrDefault(id, id);
        return up.equals(id) ? id : smallest(up);
    }

    private Truth linked(UseCase a, UseCase b) {
        Truth alike = Truth.of(sameStep(a, b)).or(sameTool(a, b)).or(similarNames(a, b));
        return alike.isFalse()
                ? alike
                : alike.and(terms.active(a)).and(terms.active(b)).and(ofDifferentTeams(a, b));
    }

    private Truth ofDifferentTeams(UseCase a, UseCase b) {
        if (a.teamId() == null || b.teamId() == null) {
            return named(a, "team_id").and(named(b, "team_id"));
        }
        return Truth.of(!a.teamId().equals(b.teamId())).and(terms.tree.neitherAbove(a.teamId(), b.teamId()));
    }

    private boolean sameStep(UseCase a, UseCase b) {
        Step step = terms.stepOf(a);
        return step != null && step == terms.stepOf(b);
    }

    private Truth sameTool(UseCase a, UseCase b) {
        return terms.words
                .same(a, b, "tool")
                .and(terms.words.same(a, b, "domain"))
                .and(terms.words.oneInCommon(a, b));
    }

    private Truth similarNames(UseCase a, UseCase b) {
        return terms.words.similar(a, b, terms.limit(Limit.SIMILAR_PERCENT));
    }
}
