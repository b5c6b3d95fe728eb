package org.throughline.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.rulebook.RuleBook;

/** Runs scenarios on a rule book and says how what came out differs from what is expected. */
public final class ScenarioRun {

    private static final int FIRST = 10;

    private ScenarioRun() {}

    /** Every difference as a sentence; none where the scenario holds. */
    public static List<String> differences(RuleBook book, Scenario scenario) {
        return Prepared.of(scenario, book.files()).differences(book, rule -> {});
    }

    static List<String> differences(Advice advice, Expected expected) {
        List<String> differences = new ArrayList<>();
        Map<String, Finding> found = new HashMap<>();
        advice.findings()
                .forEach(finding ->
                        found.put(finding.diagnostic() + " " + finding.subject().key(), finding));
        missingFindings(expected, found, differences);
        for (Expected.Firing silent : expected.silent()) {
            Finding finding = found.get(silent.key());
            if (finding != null) {
                differences.add(silent.key() + " must stay silent" + because(silent.because()) + ", but fired: "
                        + finding.statement());
            }
        }
        unexpectedFindings(expected, found, differences);
        notJudged(expected, advice.notJudged(), differences);
        recommendations(expected, advice.recommendations(), differences);
        howMany(expected, advice.recommendations(), differences);
        return differences;
    }

    private static void missingFindings(Expected expected, Map<String, Finding> found, List<String> differences) {
        for (Expected.Firing firing : expected.findings()) {
            Finding finding = found.get(firing.key());
            if (finding == null) {
                differences.add(firing.key() + " must fire" + because(firing.because()) + ", but did not");
            } else if (firing.severity() != null
                    && !firing.severity().equals(finding.severity().word())) {
                differences.add(firing.key() + " must be " + firing.severity() + because(firing.because()) + ", but is "
                        + finding.severity().word());
            }
        }
    }

    private static void unexpectedFindings(Expected expected, Map<String, Finding> found, List<String> differences) {
        Set<String> listed = new LinkedHashSet<>();
        expected.findings().forEach(firing -> listed.add(firing.key()));
        found.forEach((key, finding) -> {
            boolean closed = expected.complete() || expected.completeFor().contains(finding.diagnostic());
            if (closed && !listed.contains(key)) {
                differences.add(key + " fired and is not among the expected findings: " + finding.statement());
            }
        });
    }

    private static void notJudged(Expected expected, List<NotJudged> actual, List<String> differences) {
        for (Expected.Unknown unknown : expected.notJudged()) {
            boolean there = actual.stream()
                    .anyMatch(one -> one.diagnostic().equals(unknown.diagnostic())
                            && one.missing().containsAll(unknown.missing()));
            if (!there) {
                List<String> missing = actual.stream()
                        .filter(one -> one.diagnostic().equals(unknown.diagnostic()))
                        .map(one -> one.missing().toString())
                        .toList();
                differences.add(unknown.diagnostic() + " must be not judged for want of " + unknown.missing()
                        + because(unknown.because()) + ", but is not; it misses " + missing);
            }
        }
    }

    private static void recommendations(Expected expected, List<Recommendation> actual, List<String> differences) {
        List<Recommendation> first = actual.subList(0, Math.min(FIRST, actual.size()));
        int from = 0;
        for (Expected.Advised advised : expected.recommendations()) {
            int at = indexOf(first, advised, from);
            if (at < 0) {
                differences.add("recommendation " + advised + " must be among the first " + FIRST + ", after " + from
                        + " others" + because(advised.because()) + "; they are " + kinds(first));
            } else {
                tier(advised, first.get(at), differences);
                from = at + 1;
            }
        }
        for (Expected.Advised advised : expected.amongTheFirst()) {
            int at = indexOf(first, advised, 0);
            if (at < 0) {
                differences.add("recommendation " + advised + " must be among the first " + FIRST
                        + because(advised.because()) + "; they are " + kinds(first));
            } else {
                tier(advised, first.get(at), differences);
            }
        }
    }

    private static void tier(Expected.Advised advised, Recommendation found, List<String> differences) {
        if (advised.tier() != null && !advised.tier().equals(found.tier().toString())) {
            differences.add("recommendation " + advised + " must be " + advised.tier() + because(advised.because())
                    + ", but is " + found.tier());
        }
    }

    private static void howMany(Expected expected, List<Recommendation> actual, List<String> differences) {
        for (Expected.Counted counted : expected.howMany()) {
            List<Recommendation> such = actual.stream()
                    .filter(one -> one.kind().equals(counted.kind()))
                    .toList();
            if (such.size() != counted.count()) {
                differences.add("there must be " + counted.count() + " of " + counted.kind()
                        + because(counted.because()) + ", but there are " + such.size());
            }
        }
    }

    private static int indexOf(List<Recommendation> first, Expected.Advised advised, int from) {
        for (int i = from; i < first.size(); i++) {
            Recommendation one = first.get(i);
            boolean samePlace = advised.subject() == null
                    || advised.subject().equals(one.subject().key());
            if (one.kind().equals(advised.kind()) && samePlace) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> kinds(List<Recommendation> first) {
        return first.stream().map(one -> one.kind() + " " + one.subject().key()).toList();
    }

    private static String because(@org.jspecify.annotations.Nullable String why) {
        return why == null ? "" : " (" + why + ")";
    }
}
