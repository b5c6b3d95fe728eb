package org.throughline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Portfolio;
import org.throughline.report.AdviceJson;
import org.throughline.testkit.Imports;
import org.throughline.testkit.Organisations;
import org.throughline.testkit.ShippedBook;

/** Who runs the service sees which rules take the time, and asking changes no advice. */
class RuleTimesTest {

    private static final String SILENT = "D1 doubt: it may be multiplying";

    private final Portfolio portfolio = Imports.of(Organisations.generate(7, 2_000));
    private final Map<String, Long> firings = new ConcurrentHashMap<>();
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();

    private String advise() {
        return AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio, this::worked));
    }

    private void worked(String rule, long fired, long took) {
        firings.merge(rule, fired, Long::sum);
        nanos.merge(rule, took, Long::sum);
    }

    @Test
    void countsEachFiringOfEachRule() {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        Engine.advise(ShippedBook.get(), portfolio, rule -> seen.merge(rule, 1L, Long::sum));

        advise();

        Map<String, Long> fired = new HashMap<>(firings);
        fired.values().removeIf(count -> count == 0);
        assertThat(fired).isEqualTo(seen).hasSizeGreaterThan(100);
    }

    @Test
    void timesRulesThatFireAndThoseThatLookInVain() {
        advise();

        assertThat(nanos.values()).allMatch(took -> took >= 0);
        assertThat(firings.entrySet().stream()
                        .filter(one -> one.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .allSatisfy(rule -> assertThat(nanos.get(rule)).isPositive());
        assertThat(firings).containsEntry(SILENT, 0L);
        assertThat(nanos.get(SILENT)).isPositive();
    }

    @Test
    void adviceIsTheSame() {
        assertThat(advise()).isEqualTo(AdviceJson.text(Engine.advise(ShippedBook.get(), portfolio)));
    }

    @Test
    void whatRunsAfterItIsNotCounted() {
        advise();
        Map<String, Long> before = Map.copyOf(firings);

        Engine.advise(ShippedBook.get(), portfolio);

        assertThat(firings).isEqualTo(before);
    }
}
