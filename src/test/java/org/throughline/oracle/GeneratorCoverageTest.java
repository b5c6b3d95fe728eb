package org.throughline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Portfolio;
import org.throughline.testkit.Organisations;

/** What is compared over generated organisations is worth what they contain. */
class GeneratorCoverageTest {

    private static final int ORGANISATIONS = 2_000;
    private static final int ROWS = 20;

    /** A case that lies at a limit fires when the limit is moved by the smallest step. */
    private enum Case {
        FIRES,
        SILENT,
        AT_THE_LIMIT,
        UNKNOWN,
        ASSUMED
    }

    /** Those whose condition compares with no limit have no case at one. */
    private static final List<String> WITHOUT_LIMIT =
            List.of("A3", "A5", "B3", "B4", "C1", "C2", "C3", "C5", "C6", "C7", "D7", "S2", "S3", "S4");

    private final Map<String, Map<Case, Integer>> counts = new TreeMap<>();

    @Test
    void holdsEveryDiagnosticFiringSilentAtItsLimitAndUnknown() {
        for (int seed = 0; seed < ORGANISATIONS; seed++) {
            count(Organisations.generate(seed, ROWS).portfolio());
        }
        assertThat(counts).hasSize(34);
        assertThat(missing())
                .as("cases that no organisation has, in %s", counts)
                .isEmpty();
    }

    private void count(Portfolio portfolio) {
        Verdicts verdicts = Oracle.judge(portfolio);
        Verdicts nudged = Oracle.judgeNudged(portfolio);
        for (Verdict verdict : verdicts.all()) {
            Truth beyond = nudged.truth(verdict.diagnostic(), verdict.subject());
            switch (verdict.truth()) {
                case TRUE -> add(verdict, verdict.assumed() ? Case.ASSUMED : Case.FIRES);
                case UNKNOWN -> add(verdict, Case.UNKNOWN);
                case FALSE -> add(verdict, beyond.isTrue() ? Case.AT_THE_LIMIT : Case.SILENT);
            }
        }
    }

    private void add(Verdict verdict, Case found) {
        counts.computeIfAbsent(verdict.diagnostic(), id -> new TreeMap<>()).merge(found, 1, Integer::sum);
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        counts.forEach((diagnostic, cases) -> {
            for (Case each : List.of(Case.FIRES, Case.SILENT, Case.AT_THE_LIMIT, Case.UNKNOWN)) {
                boolean needed = each != Case.AT_THE_LIMIT || !WITHOUT_LIMIT.contains(diagnostic);
                if (needed && cases.getOrDefault(each, 0) < 3) {
                    missing.add(diagnostic + " " + each);
                }
            }
        });
        return missing;
    }
}
