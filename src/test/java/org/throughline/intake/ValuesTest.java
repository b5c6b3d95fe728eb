package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/** Dates, durations, figures and enumerations in the spellings that people use. */
class ValuesTest {

    private static Given column(String header, String... cells) {
        List<String> lines = new ArrayList<>();
        lines.add("id;name;stage;" + header);
        for (String cell : cells) {
            lines.add("uc-" + lines.size() + ";N;pilot;" + cell);
        }
        return Given.file("use_cases.csv", lines.toArray(String[]::new));
    }

    private static List<String> starts(String... cells) {
        return column("started_on", cells).portfolio().useCases().stream()
                .map(useCase -> String.valueOf(useCase.startedOn()))
                .toList();
    }

    @Nested
    class Dates {
        @ParameterizedTest
        @CsvSource(
                delimiter = '>',
                value = {
                    "2026-02-28>2026-02-28",
                    "2026/2/3>2026-02-03",
                    "20260203>2026-02-03",
                    "2026-02-03 00:00:00>2026-02-03",
                    "2026-02-03T10:15:00Z>2026-02-03",
                    "3 February 2026>2026-02-03",
                    "Feb 3, 2026>2026-02-03",
                    "3-Feb-26>2026-02-03",
                    "3rd Feb 2026>2026-02-03",
                    "Jul-25>2025-07-01",
                    "01/2024>2024-01-01",
                    "2024-05>2024-05-01",
                    "2023>2023-01-01",
                    "Q3 2025>2025-07-01",
                    "2025 Q3>2025-07-01",
                    "2025-Q4>2025-10-01",
                    "2025q1>2025-01-01",
                    "45689>2025-02-01",
                    "31/01/2026>2026-01-31",
                    "1/31/2026 12:00:00 AM>2026-01-31",
                    "03/03/2026>2026-03-03",
                    "28.02.2026>2026-02-28"
                })
        void areReadInUsualSpellings(String cell, String day) {
            assertThat(starts(cell)).containsExactly(day);
        }

        @Test
        void theColumnShowsWhetherDayOrMonthComesFirst() {
            assertThat(starts("01/03/2026", "31/03/2026")).containsExactly("2026-03-01", "2026-03-31");
            assertThat(starts("01/03/2026", "03/31/2026")).containsExactly("2026-01-03", "2026-03-31");
        }

        @Test
        void nothingIsGuessedWhereTheColumnDoesNotShowIt() {
            assertThat(column("Start", "01/03/2026").errors())
                    .containsExactly("use_cases.csv, row 2, column \"Start\": 2026-03-01 or 2026-01-03: nothing in the"
                            + " column shows which comes first. / A day as year-month-day, such as"
                            + " 2026-02-28, or another spelling that can mean only one day. / Write the"
                            + " date as year-month-day; until then the date counts as unknown.");
            assertThat(starts("01/03/2026", "31/03/2026", "03/31/2026"))
                    .containsExactly("null", "2026-03-31", "2026-03-31");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "31/02/2026",
                    "2026-13-01",
                    "2026-02-30",
                    "soon",
                    "1234567",
                    "12",
                    "Jul 25",
                    "2025 q",
                    "2025 Q5",
                    "2026-02-28x"
                })
        void whatIsNoDayIsRefused(String cell) {
            assertThat(column("started_on", cell).errors())
                    .containsExactly("use_cases.csv, row 2, column \"started_on\": Not a day of the calendar. / A day"
                            + " as year-month-day, such as 2026-02-28, or another spelling that can mean"
                            + " only one day. / Write the date as year-month-day; until then the date"
                            + " counts as unknown.");
        }

        @Test
        void aQuarterAloneIsItsFirstDayAndSaysSo() {
            assertThat(column("started_on", "Q2 2024").problems())
                    .containsExactly(
                            "use_cases.csv, row 2, column \"started_on\": Only the quarter is given; its first day was"
                                    + " taken. / A day as year-month-day, such as 2026-02-28. / Nothing, if that is right;"
                                    + " else write the cell as expected. / 2024-04-01");
        }

        @Test
        void aSpreadsheetsCountOfDaysMayHaveATimeOfDay() {
            assertThat(column("started_on", "45321.5", "45321,520833333336").problems())
                    .containsExactly(
                            "use_cases.csv, row 2, column \"started_on\": A bare number was taken for a spreadsheet's"
                                    + " count of days (2 cells of the column). / A day as year-month-day, such as"
                                    + " 2026-02-28. / Nothing, if that is right; else write the cell as expected. /"
                                    + " 2024-01-30");
            assertThat(column("started_on", "45321.5x").errors()).hasSize(1);
        }

        @Test
        void aMonthAloneIsItsFirstDayAndSaysSo() {
            assertThat(column("started_on", "2024-05", "Jul-25").problems())
                    .containsExactly(
                            "use_cases.csv, row 2, column \"started_on\": Only the month is given; its first day was"
                                    + " taken (2 cells of the column). / A day as year-month-day, such as 2026-02-28. /"
                                    + " Nothing, if that is right; else write the cell as expected. / 2024-05-01");
        }
    }

    @Nested
    class Durations {
        private BigDecimal hours(String header, String cell) {
            Workflow workflow = Given.file("workflows.csv", "id;name;" + header, "wf;W;" + cell)
                    .portfolio()
                    .workflows()
                    .get(0);
            return workflow.leadTimeH();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '>',
                value = {
                    "28>28",
                    "28.50>28.5",
                    "3,5 d>28",
                    "2d 4h>20",
                    "3 days>24",
                    "1 week>40",
                    "PT28H>28",
                    "P1DT2H30M>10.5",
                    "90 min>1.5",
                    "1:30>1.5",
                    "2 hours>2",
                    "1 day, 2 hours>10"
                })
        void areHoursWhateverTheirUnit(String cell, BigDecimal expected) {
            assertThat(hours("lead_time_h", cell)).isEqualByComparingTo(expected);
        }

        @Test
        void theHeaderMayNameTheUnit() {
            assertThat(hours("Lead time (days)", "3")).isEqualByComparingTo("24");
            assertThat(hours("lead time in minutes", "30")).isEqualByComparingTo("0.5");
        }

        @Test
        void sayWhichDayTheyAssume() {
            Given given = Given.file("handoffs.csv", "workflow_id;from_step_id;to_step_id;Wait (h)", "wf;a;b;3,5 d");
            assertThat(given.problems())
                    .contains(
                            "handoffs.csv, row 2, column \"Wait (h)\": A day was taken for 8 working hours (change with"
                                    + " --hours-per-day). / Hours as a number, such as 28."
                                    + " / Nothing, if that is right; else write the cell as expected. / 28 h");
        }

        @Test
        void whatIsNoneIsRefused() {
            assertThat(Given.file("workflows.csv", "id;name;lead_time_h", "wf;W;3 moons", "w2;W;-2")
                            .errors())
                    .containsExactly(
                            "workflows.csv, row 2, column \"lead_time_h\": Not a duration. / Hours, or a number with a"
                                    + " unit, such as 28, 3.5 d, 2d 4h or PT28H. / Write the hours as a number, or a"
                                    + " number with its unit; until then it counts as unknown.",
                            "workflows.csv, row 3, column \"lead_time_h\": A figure below zero."
                                    + " / Hours, or a number with a unit, such as 28, 3.5 d, 2d 4h or PT28H."
                                    + " / Correct the sign or the figure; until then it counts as unknown.");
        }
    }

    @Nested
    class Figures {
        private List<String> baselines(String... cells) {
            return column("baseline", cells).portfolio().useCases().stream()
                    .map(UseCase::baseline)
                    .map(String::valueOf)
                    .toList();
        }

        @Test
        void areExactAndWithoutZerosAtTheEnd() {
            assertThat(baselines("2.50", "100", "0.0", "1e3", "+4")).containsExactly("2.5", "100", "0", "1000", "4");
        }

        @Test
        void theColumnShowsWhatACommaIs() {
            assertThat(baselines("1,234", "3,5")).containsExactly("1.234", "3.5");
            assertThat(baselines("1,234", "1,234.5")).containsExactly("1234", "1234.5");
            assertThat(baselines("1.234,50", "2.000")).containsExactly("1234.5", "2000");
            assertThat(baselines("1 234")).containsExactly("1234");
        }

        @Test
        void anUnclearCommaIsSaidToBe() {
            assertThat(column("baseline", "1,234").problems())
                    .containsExactly(
                            "use_cases.csv, row 2, column \"baseline\": A comma before three digits was taken to group"
                                    + " thousands; nothing in the column says so. Write decimals with a point where that"
                                    + " is wrong. / A number such as 1200 or 3.5. / Nothing, if that is right; else write"
                                    + " the cell as expected. / 1234");
        }

        @Test
        void commaAndPointBeforeThreeDigitsAreBothAskedAbout() {
            assertThat(column("baseline", "1.234", "1,234").problems())
                    .containsExactly(
                            "use_cases.csv, row 2, column \"baseline\": A point before three digits was taken for the"
                                    + " decimal mark, though a comma stands before three digits in other cells of the"
                                    + " column. Write the number without marks between thousands where that is wrong. / A"
                                    + " number such as 1200 or 3.5. / Nothing, if that is right; else write the cell as"
                                    + " expected. / 1.234",
                            "use_cases.csv, row 3, column \"baseline\": A comma before three digits was taken to group"
                                    + " thousands; nothing in the column says so. Write decimals with a point where that"
                                    + " is wrong. / A number such as 1200 or 3.5. / Nothing, if that is right; else write"
                                    + " the cell as expected. / 1234");
            assertThat(column("baseline", "1.234", "5,5").problems()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"many", "1.2.3", "1e999999999", "NaN", "--1", "12 items"})
        void whatIsNoneIsRefused(String cell) {
            assertThat(column("baseline", cell).errors())
                    .containsExactly("use_cases.csv, row 2, column \"baseline\": Not a number."
                            + " / A number that is not negative, such as 1200 or 3.5."
                            + " / Write the number alone; until then it counts as unknown.");
        }
    }

    @Nested
    class Shares {
        private List<String> shares(String... cells) {
            List<String> lines = new ArrayList<>(List.of("workflow_id;id;seq;name;pct_complete_accurate"));
            for (String cell : cells) {
                lines.add("wf;s" + lines.size() + ";1;S;" + cell);
            }
            return Given.file("steps.csv", lines.toArray(String[]::new)).portfolio().steps().stream()
                    .map(step -> String.valueOf(step.pctCompleteAccurate()))
                    .toList();
        }

        @Test
        void areReadInThreeSpellings() {
            assertThat(shares("85", "85%", "85,5 %", "0.5")).containsExactly("85", "85", "85.5", "0.5");
            assertThat(shares("0.85", "1", "0")).containsExactly("85", "100", "0");
        }

        @Test
        void partsOfOneAmongPercentagesAreAskedAbout() {
            Given given = Given.file(
                    "steps.csv",
                    "workflow_id;id;seq;name;pct_complete_accurate",
                    "wf;s1;1;S;85%",
                    "wf;s2;2;S;0.9",
                    "wf;s3;3;S;95",
                    "wf;s4;4;S;1");
            assertThat(given.problems())
                    .contains("steps.csv, row 3, column \"pct_complete_accurate\": Other shares in the column are above"
                            + " 1, so 1 was taken for 1 percent; write 85% where 0.85 is meant to be that (2 cells"
                            + " of the column). / A share from 0 to 100, such as 85. / Nothing, if that is right;"
                            + " else write the cell as expected. / 0.9 %");
        }

        @Test
        void aboveAHundredCannotBeRead() {
            assertThat(shares("101", "-1", "85")).containsExactly("null", "null", "85");
        }
    }

    @Nested
    class Enumerations {
        @ParameterizedTest
        @CsvSource({
            "In use,IN_USE", "in_use,IN_USE", "Deployed,IN_USE", "Operation and Maintenance,IN_USE",
                    "Pre-deployment,IDEA",
            "PoC,PILOT", "proof-of-concept,PILOT", "Standardised,STANDARD", "Cancelled,STOPPED",
                    "Decommissioned,RETIRED",
            "Proven,VALIDATED"
        })
        void haveSynonyms(String cell, String stage) {
            assertThat(Given.file("use_cases.csv", "id,name,stage", "u,U," + cell)
                            .portfolio()
                            .useCases()
                            .get(0)
                            .stage())
                    .hasToString(stage);
        }

        @Test
        void anUnknownOneIsRefusedAndTheRowStays() {
            Given given = Given.file("use_cases.csv", "id,name,Status", "u,U,flying");
            assertThat(given.portfolio().useCases().get(0).unknown("stage")).isTrue();
            assertThat(given.errors())
                    .containsExactly("use_cases.csv, row 2, column \"Status\": Not a known stage. / One of idea,"
                            + " pilot, validated, in_use, standard, stopped, retired, or a usual word for"
                            + " one of them. / Write one of these words, or add yours to"
                            + " rules/synonyms.csv or to the values of a mapping; until then the stage of"
                            + " this row is unknown.");
        }

        @Test
        void yesAndNoComeInManyWords() {
            assertThat(Given.file(
                                    "adoptions.csv",
                                    "use_case_id,team_id,old_way_still_used",
                                    "u,a,Yes",
                                    "u,b,n",
                                    "u,c,TRUE",
                                    "u,d,0",
                                    "u,e,")
                            .portfolio()
                            .adoptions())
                    .extracting(adoption -> adoption.oldWayStillUsed())
                    .containsExactly(true, false, true, false, null);
        }
    }

    @Test
    void listsAreSeparatedBySemicolons() {
        assertThat(Given.file("frictions.csv", "id,kind,use_case_ids", "f,data,uc-1; uc-2;;uc-1")
                        .portfolio()
                        .frictions()
                        .get(0)
                        .useCaseIds())
                .containsExactly("uc-1", "uc-2");
    }

    @Nested
    class Lists {

        @ParameterizedTest
        @ValueSource(strings = {"['uc-1', 'uc-2']", "[\"uc-1\",\"uc-2\"]", "uc-1; uc-2", "[ 'uc-1' , \"uc-2\" ]"})
        void areReadAsProgramsAndPeopleWriteThem(String cell) {
            assertThat(frictions(cell)).containsExactly("uc-1", "uc-2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[uc-1", "[uc-1]", "['uc-1' 'uc-2']", "['uc-1',]"})
        void whatOnlyLooksLikeOneIsAText(String cell) {
            assertThat(frictions(cell)).containsExactly(cell);
        }

        @Test
        void anEmptyOneIsAbsent() {
            assertThat(frictions("[]")).isEmpty();
        }

        @Test
        void ofOneValueIsThatValueAndOfSeveralIsRefused() {
            Given given = Given.file(
                    "use_cases.csv", "id,name,stage", "a,\"['A', 'B']\",['pilot']", "b,B,\"['pilot', 'idea']\"");
            assertThat(given.portfolio().useCases())
                    .extracting(UseCase::name, UseCase::stage)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("['A', 'B']", Stage.PILOT),
                            org.assertj.core.groups.Tuple.tuple("B", null));
            assertThat(given.errors())
                    .containsExactly("use_cases.csv, row 3, column \"stage\": A list of 2 texts. / One value."
                            + " / Keep one of them; until then it counts as unknown.");
        }

        private List<String> frictions(String cell) {
            String quoted = '"' + cell.replace("\"", "\"\"") + '"';
            return Given.file("frictions.csv", "id,kind,use_case_ids", "f,policy," + quoted)
                    .portfolio()
                    .frictions()
                    .get(0)
                    .useCaseIds();
        }
    }
}
