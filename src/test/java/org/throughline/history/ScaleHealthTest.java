package org.throughline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.advice.Advice;
import org.throughline.advice.Standing;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;
import org.throughline.history.ScaleHealth.Weight;

class ScaleHealthTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Portfolio NOTHING = new Portfolio(DAY, Map.of(), java.util.Set.of(), "sha256:0");

    @Test
    void isWholeWhereNothingFails() {
        Health health = health(10, 0, 0);

        assertThat(health.figure()).isEqualByComparingTo("100");
        assertThat(health.low()).isEqualByComparingTo("100");
        assertThat(health.high()).isEqualByComparingTo("100");
    }

    @Test
    void whatIsUnknownIsTheInterval() {
        Health health = health(10, 2, 3);

        assertThat(health.low()).isEqualByComparingTo("50"); // 5 of 10 have failed at most
        assertThat(health.high()).isEqualByComparingTo("80"); // 2 of 10 at least
        assertThat(health.figure()).isEqualByComparingTo("71.4"); // 2 of the 7 that were judged
    }

    @Test
    void hasNoFigureWhereNothingCouldBeJudged() {
        Health health = health(10, 0, 10);

        assertThat(health.figure()).isNull();
        assertThat(health.low()).isEqualByComparingTo("0");
        assertThat(health.high()).isEqualByComparingTo("100");
    }

    @Test
    void sharesAreWeighedAndNotCounted() {
        Health health = ScaleHealth.of(
                NOTHING,
                advice(
                        10,
                        Stream.of(findings("A1", 5), findings("C1", 1))
                                .flatMap(List::stream)
                                .toList(),
                        List.of()),
                List.of(weight("A1", "1"), weight("C1", "3")),
                List.of(diagnostic("A1", "Proof"), diagnostic("C1", "Commitment")));

        assertThat(health.figure()).isEqualByComparingTo("80"); // (1 x 50% + 3 x 90%) / 4
        assertThat(health.parts()).extracting(Health.Part::lost).containsExactly(points("12.5"), points("7.5"));
        assertThat(health.sections()).extracting(Health.Section::name).containsExactly("Proof", "Commitment");
        assertThat(health.sections())
                .extracting(Health.Section::figure)
                .containsExactly(points("50.0"), points("90.0"));
    }

    @Test
    void theFigureLiesInItsInterval() {
        for (int failed = 0; failed <= 10; failed++) {
            for (int unknown = 0; failed + unknown < 10; unknown++) {
                Health health = health(10, failed, unknown);
                assertThat(health.figure()).isBetween(health.low(), health.high());
            }
        }
    }

    @Test
    void whatThereIsNothingOfNeitherFailsNorPasses() {
        assertThat(health(0, 0, 0).parts()).isEmpty();
        assertThat(health(0, 0, 0).figure()).isNull();
    }

    private static Health health(int live, int failed, int unknown) {
        List<NotJudged> open = unknown == 0 ? List.of() : List.of(new NotJudged("C1", List.of("people"), unknown, ""));
        return ScaleHealth.of(
                NOTHING,
                advice(live, findings("C1", failed), open),
                List.of(weight("C1", "4")),
                List.of(diagnostic("C1", "Commitment")));
    }

    private static BigDecimal points(String points) {
        return new BigDecimal(points);
    }

    private static Weight weight(String diagnostic, String weight) {
        return new Weight(diagnostic, Population.LIVE, new BigDecimal(weight));
    }

    private static Diagnostic diagnostic(String id, String section) {
        return new Diagnostic(id, id, id, section, SubjectType.USE_CASE, Severity.HIGH, "do", "", id + ".drl");
    }

    private static List<Finding> findings(String diagnostic, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Finding(
                        diagnostic + ":uc-" + number,
                        diagnostic,
                        diagnostic,
                        Severity.HIGH,
                        new Subject(SubjectType.USE_CASE, "uc-" + number, "Use case"),
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        false))
                .toList();
    }

    private static Advice advice(int live, List<Finding> findings, List<NotJudged> notJudged) {
        List<Standing> standings = IntStream.range(0, live)
                .mapToObj(number -> new Standing("uc-" + number, false, null, false, false))
                .toList();
        return new Advice(
                DAY, "", 0, "", Map.of(), List.of(), findings, notJudged, List.of(), List.of(), List.of(), standings);
    }
}
