package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Portfolio;
import org.throughline.facts.UseCase;

/** What a cell says: a value, that there is none, or that nobody knows. */
class KnownAbsentUnknownTest {

    private static UseCase useCase(String header, String cell) {
        return Given.file("use_cases.csv", "id,name,stage," + header, "uc-1,Draft,pilot," + cell)
                .portfolio()
                .useCases()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome_owner_id",
                "team_id",
                "success_measure",
                "validated_on",
                "planned_end_on",
                "measure_scope"
            })
    void blankNamesAndEventsAreAbsent(String column) {
        assertThat(useCase(column, "").absent(column)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"started_on", "baseline", "hours_saved_per_item"})
    void blankFiguresAndStartsAreUnknown(String column) {
        assertThat(useCase(column, "").unknown(column)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"unknown", "?", "TBD", "To  be confirmed", "' tbd '"})
    void tokensSayThatNobodyKnows(String cell) {
        UseCase useCase = useCase("outcome_owner_id", cell);
        assertThat(useCase.unknown("outcome_owner_id")).isTrue();
        assertThat(useCase.origin().notApplicable()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "N/A", "Not applicable"})
    void notApplicableIsUnknownWithNothingToCollect(String cell) {
        UseCase useCase = useCase("outcome_owner_id", cell);
        assertThat(useCase.unknown("outcome_owner_id")).isTrue();
        assertThat(useCase.origin().notApplicable()).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "Nobody", "no one", "-"})
    void tokensSayThatThereIsNone(String cell) {
        assertThat(useCase("outcome_owner_id", cell).absent("outcome_owner_id")).isTrue();
        assertThat(useCase("baseline", cell).absent("baseline")).isTrue();
    }

    @Test
    void missingColumnsAreUnknown() {
        UseCase useCase = useCase("tool", "x");
        assertThat(useCase.unknown("outcome_owner_id")).isTrue();
        assertThat(useCase.known("tool")).isTrue();
    }

    @Test
    void knowsTheFilesAndColumnsThatAreThere() {
        Portfolio portfolio = Given.file("use_cases.csv", "id,name,stage", "uc-1,A,pilot")
                .and("decisions.csv", "id,subject_type,subject_id,kind,decided_on")
                .portfolio();
        assertThat(portfolio.known())
                .containsExactlyInAnyOrder(
                        "use_cases",
                        "use_cases.id",
                        "use_cases.name",
                        "use_cases.stage",
                        "decisions",
                        "decisions.id",
                        "decisions.subject_type",
                        "decisions.subject_id",
                        "decisions.kind",
                        "decisions.decided_on");
    }

    @Test
    void severalFilesOfOneKindAreOneTable() {
        Portfolio portfolio = Given.file("use_cases-1.csv", "id,name,stage,tool", "uc-1,A,pilot,T")
                .and("use_cases-2.csv", "id,name,stage,vendor", "uc-2,B,pilot,V")
                .portfolio();
        assertThat(portfolio.known()).contains("use_cases.tool", "use_cases.vendor");
        assertThat(portfolio.useCases()).extracting(UseCase::tool).containsExactly("T", null);
        assertThat(portfolio.useCases().get(1).unknown("tool")).isTrue();
    }

    @Test
    void jsonNullIsAbsentAndAMissingPropertyUnknown() {
        Portfolio portfolio = Given.json("""
                {"use_cases": [{"id": "a", "name": "A", "stage": "pilot", "outcome_owner_id": null, "baseline": null},
                               {"id": "b", "name": "B", "stage": "pilot", "sponsor_id": "Ann", "baseline": 2.50}],
                 "decisions": []}
                """).portfolio();
        UseCase first = portfolio.useCases().get(0);
        assertThat(first.absent("outcome_owner_id")).isTrue();
        assertThat(first.absent("baseline")).isTrue();
        assertThat(first.unknown("sponsor_id")).isTrue();
        assertThat(portfolio.useCases().get(1).unknown("outcome_owner_id")).isTrue();
        assertThat(portfolio.useCases().get(1).baseline()).isEqualByComparingTo("2.5");
        assertThat(portfolio.known())
                .contains("decisions", "use_cases.sponsor_id")
                .doesNotContain("use_cases.tool");
    }
}
