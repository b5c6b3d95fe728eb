package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.testkit.ReportFixtures;

class ReadingTextTest {

    @Test
    void showsHowEachColumnWasUnderstoodAndEveryProblem() {
        assertThat(text(ReportFixtures.reading())).isEqualTo("""
                        use_cases.csv: use cases

                          recognised by its name
                          8 facts of 9 rows · UTF-8 · cells set apart by semicolon

                          id                        → id                      8 read
                          Owner                     → outcome_owner_id        2 read, 6 blank
                                                      synonym
                          Start                     → started_on              7 read
                                                      synonym, 1 in another spelling ("3 Nov 2025" →
                                                      2025-11-03), 1 not read ("31/02/2026")

                          Left aside: Remarks, Budget

                          "Remarks" may be unit: of its cells, 3 of 3 are units

                        team.jpg: not recognised

                          nothing in it tells what it is
                          0 facts of 0 rows

                        1 error

                        use_cases.csv, row 8, column "Start"
                          found     "31/02/2026" (February has no 31st day)
                          expected  a date: 2026-02-28, 28 Feb 2026
                          fix       correct the day
                        """);
    }

    @Test
    void countsProblemsOfOneKindBeyondTwenty() {
        List<Problem> problems = IntStream.rangeClosed(2, 40)
                .filter(row -> row != 25 && row != 39)
                .mapToObj(row -> new Problem(
                        Problem.Severity.ERROR,
                        "a.csv",
                        row,
                        "Start",
                        "x" + row,
                        "Not a day, \"x" + row + "\".",
                        "A day.",
                        "Mend it.",
                        null))
                .toList();

        assertThat(text(new Reading(null, problems, List.of())))
                .startsWith("37 errors\n")
                .contains("""
                        a.csv, row 21, column "Start"
                          found     "x21" (not a day, "x21")
                          expected  A day.
                          fix       Mend it.

                        and 17 more like this in rows 22 to 24, 26 to 38, 40; --format json and
                        --annotate show all

                        Nothing in it could be used.
                        """)
                .doesNotContain("row 22, ");
    }

    @Test
    void keepsProblemsOfOtherKindsApart() {
        Problem one = ReportFixtures.badDate();
        List<Problem> problems = new ArrayList<>(Collections.nCopies(21, one));
        problems.add(ReportFixtures.assumedHours());

        assertThat(text(new Reading(null, problems, List.of())))
                .contains("and 1 more like this in row 8; ")
                .contains("found     \"3,5 d\"");
    }

    @Test
    void saysWhenNothingCouldBeUsed() {
        assertThat(text(new Reading(null, List.of(), List.of())))
                .isEqualTo("No problems.\n\nNothing in it could be used.\n");
    }

    @Test
    void isALineAProblemOnStandardError() {
        StringBuilder out = new StringBuilder();
        ReadingText.problems(List.of(ReportFixtures.badDate(), ReportFixtures.badDate()), out);

        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(
                        line -> line.startsWith("error: use_cases.csv, row 8, column \"Start\": found \"31/02/2026\""));
    }

    @Test
    void isJsonForMachines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReadingJson.write(ReportFixtures.reading(), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("""
                        {
                          "usable": true,
                          "files": [
                            {
                              "file": "use_cases.csv",
                              "kind": "use_cases",
                              "recognisedBy": "its name",
                              "encoding": "UTF-8",
                              "delimiter": "semicolon",
                              "rows": 9,
                              "facts": 8,
                              "columns": [
                                {
                                  "header": "id",
                                  "attribute": "id",
                                  "matchedBy": "same name",
                                  "unit": null,
                                  "when": null,
                                  "read": 8,
                                  "blank": 0,
                                  "mended": 0,
                                  "refused": 0,
                                  "samples": [],
                                  "refusedSamples": []
                                },
                        """);
    }

    private static String text(Reading reading) {
        StringBuilder out = new StringBuilder();
        ReadingText.write(reading, Screen.PLAIN, out);
        return out.toString();
    }
}
