package org.throughline.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Texts;
import org.throughline.findings.Severity;

/** All verdicts on one organisation, by diagnostic and subject. */
public final class Verdicts {

    private final Map<String, Map<String, Verdict>> byDiagnostic = new TreeMap<>();

    void say(String diagnostic, String subject, Truth truth, Severity severity) {
        put(new Verdict(diagnostic, subject, truth, severity, false));
    }

    void put(Verdict verdict) {
        byDiagnostic
                .computeIfAbsent(verdict.diagnostic(), id -> new TreeMap<>(Texts.BY_CODE_POINT))
                .put(verdict.subject(), verdict);
    }

    /** These verdicts; a finding that is not the same in the strict ones, where nothing unknown was taken for "no", is assumed. */
    Verdicts markingAssumed(Verdicts strict) {
        Verdicts marked = new Verdicts();
        for (Verdict verdict : all()) {
            Verdict other = strict.find(verdict.diagnostic(), verdict.subject());
            boolean sure = other != null && other.sameFinding(verdict);
            marked.put(verdict.truth().isTrue() && !sure ? verdict.asAssumed() : verdict);
        }
        return marked;
    }

    private @Nullable Verdict find(String diagnostic, String subject) {
        return byDiagnostic.getOrDefault(diagnostic, Map.of()).get(subject);
    }

    /** FALSE also for what is no candidate at all. */
    public Truth truth(String diagnostic, String subject) {
        Verdict verdict = find(diagnostic, subject);
        return verdict == null ? Truth.FALSE : verdict.truth();
    }

    public Collection<Verdict> of(String diagnostic) {
        return byDiagnostic.getOrDefault(diagnostic, Map.of()).values();
    }

    public List<Verdict> all() {
        return byDiagnostic.values().stream()
                .flatMap(each -> each.values().stream())
                .toList();
    }

    /** By diagnostic, then subject. */
    public List<Verdict> fired() {
        return all().stream().filter(verdict -> verdict.truth().isTrue()).toList();
    }

    /** Ids of the subjects that the diagnostic could not be judged for, ordered. */
    public List<String> unjudged(String diagnostic) {
        return of(diagnostic).stream()
                .filter(verdict -> verdict.truth() == Truth.UNKNOWN)
                .map(Verdict::subject)
                .toList();
    }
}
