package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.facts.Problem;
import org.throughline.testkit.ReportFixtures;

class ProblemTextTest {

    @Test
    void saysPlaceFoundExpectedAndWhatWasReadInstead() {
        assertThat(whole(ReportFixtures.assumedHours())).isEqualTo("""
                        handoffs.csv, row 14, column "Wait (h)"
                          found     "3,5 d"
                          expected  hours, or a number with a unit: 28, 3.5 d, 2d 4h, PT28H
                          read as   28 h (8 h a day; change with --hours-per-day)
                          fix       write 28 h if a working day has eight hours
                        """);
    }

    @Test
    void saysWhatIsWrongBesideTheValue() {
        assertThat(whole(ReportFixtures.badDate())).isEqualTo("""
                        use_cases.csv, row 8, column "Start"
                          found     "31/02/2026" (February has no 31st day)
                          expected  a date: 2026-02-28, 28 Feb 2026
                          fix       correct the day
                        """);
    }

    @Test
    void isOneLineOnStandardError() {
        assertThat(ProblemText.line(ReportFixtures.badDate()))
                .isEqualTo(
                        "error: use_cases.csv, row 8, column \"Start\": found \"31/02/2026\" (February has no 31st day),"
                                + " expected a date: 2026-02-28, 28 Feb 2026; correct the day");
    }

    @Test
    void isOneSentenceOnThatLine() {
        Problem stage = new Problem(
                Problem.Severity.WARNING,
                "a.csv",
                2,
                "Stage",
                "live",
                "No such stage.",
                "A stage.",
                "Correct it.",
                "nothing, it is left out.");

        assertThat(ProblemText.line(stage))
                .isEqualTo(
                        "warning: a.csv, row 2, column \"Stage\": found \"live\" (no such stage), expected a stage; read as"
                                + " nothing, it is left out");
    }

    @Test
    void isAboutTheInputWhereNoFileIsNamed() {
        Problem nothing = new Problem(
                Problem.Severity.ERROR, null, null, null, null, "no file", "a CSV file", "name a folder", null);

        assertThat(ProblemText.line(nothing))
                .isEqualTo("error: the input: found no file, expected a CSV file; name a folder");
    }

    private static String whole(Problem problem) {
        StringBuilder out = new StringBuilder();
        ProblemText.write(problem, Screen.PLAIN, out);
        return out.toString();
    }
}
