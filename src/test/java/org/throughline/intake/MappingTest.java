package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;

/** Mappings in files: those shipped, and what one may say. */
class MappingTest {

    private static final Path FOLDER = Path.of("rules/mappings");

    static List<Mapping> shipped() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(MappingTest::mapping).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping mapping(Path file) {
        try {
            return Mapping.parse(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IntakeOptions options() {
        return IntakeOptions.of(Given.AS_OF, Given.VOCABULARY).withMappings(MappingTest::shipped);
    }

    private static Reading federal(String name) {
        Path file = Path.of("../shared/data").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not here: the real inventories are not part of the project");
        return Intake.read(List.of(file), options());
    }

    @Test
    void thoseShippedHaveNoFaults() {
        assertThat(shipped())
                .extracting(Mapping::name)
                .containsExactly("us-federal-2023", "us-federal-2024", "us-federal-2025", "value-stream");
        assertThat(shipped())
                .allSatisfy(mapping -> assertThat(mapping.problems()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"fed2023.csv,us-federal-2023,710", "fed2025.csv,us-federal-2025,3611"})
    void federalInventoriesAreReadWholeByTheirMapping(String file, String mapping, int rows) {
        Reading reading = federal(file);
        SheetReading sheet = reading.sheets().get(0);
        assertThat(sheet.recognisedBy()).startsWith("the mapping " + mapping);
        assertThat(sheet.rows()).isEqualTo(rows);
        long leftOut = reading.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR
                        && problem.fix().contains("left out"))
                .count();
        assertThat(sheet.facts() + leftOut).isEqualTo(rows);
    }

    @Test
    void theHeaderOf2024IsRecognised() {
        Reading reading = federal("fed2024-header.csv");
        assertThat(reading.sheets().get(0).recognisedBy()).startsWith("the mapping us-federal-2024");
        assertThat(reading.sheets().get(0).columns())
                .extracting(SheetReading.Column::attribute)
                .containsExactlyInAnyOrder(
                        "name",
                        "description",
                        "team_id",
                        "team_id.parent",
                        "domain",
                        "domain",
                        "stage",
                        "started_on",
                        "started_on",
                        "validated_on");
    }

    @Test
    void theHeaderOf2024SaysMostByItself() throws IOException {
        Path file = Path.of("../shared/data/fed2024-header.csv");
        assumeTrue(Files.exists(file), () -> file + " is not here: the real inventories are not part of the project");
        String header = Files.readString(file).strip();
        String row = "A,Department of X,DOX,Bureau,Topic,,,p,o,%s,Neither,1/15/2023,2/20/2023,%s,,";
        SheetReading sheet = Given.file(
                        "fed.csv",
                        header,
                        row.formatted("Operation and Maintenance", "3/31/2024"),
                        row.formatted("Acquisition and/or Development", ""),
                        row.formatted("Initiated", ""))
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.facts()).isEqualTo(3);
        assertThat(sheet.columns())
                .extracting(SheetReading.Column::header, SheetReading.Column::attribute, SheetReading.Column::refused)
                .containsExactly(
                        tuple("Use Case Name", "name", 0),
                        tuple("Agency", "team_id.parent", 0),
                        tuple("Bureau", "team_id", 0),
                        tuple("Use Case Topic Area", "domain", 0),
                        tuple("Stage of Development", "stage", 0),
                        tuple("Date Initiated", "started_on", 0));
    }

    @Test
    void anotherSpreadsheetOf2024IsReadByTheSameMapping() {
        Portfolio portfolio = Given.file(
                        "fed2024.csv",
                        "Use Case Name,Agency Abbreviation,Bureau,Stage of Development,Date Initiated,"
                                + "Date when Acquisition and/or Development began,Date Implemented",
                        "A,DOI,USGS,In production: less than one year,7/12/1905,,3/31/2024",
                        "B,DOI,,Acquisition and/or Development,1/15/2023,2/20/2023,")
                .with(options())
                .portfolio();
        assertThat(portfolio.useCases())
                .extracting(
                        UseCase::id,
                        UseCase::stage,
                        useCase -> String.valueOf(useCase.startedOn()),
                        useCase -> String.valueOf(useCase.validatedOn()))
                .containsExactly(
                        tuple("DOI/USGS/A", Stage.IN_USE, "2020-01-01", "2024-03-31"),
                        tuple("DOI/B", Stage.PILOT, "2023-02-20", "null"));
    }

    @Test
    void aColumnThatHoldsInSomeRowsOnlyIsCountedInThese() {
        Mapping own = Mapping.parse("own", """
                kind: use_cases
                columns:
                  id: Id
                  name: Id
                  stage: Stage
                  started_on: {header: Day, when: stage=pilot}
                """);
        SheetReading sheet = Given.file(
                        "x.csv",
                        "Id,Stage,Day",
                        "a,pilot,2026-01-05",
                        "b,in_use,2026-01-05",
                        "c,pilot,",
                        "d,idea,soon",
                        "e,pilot,soon",
                        "f,pilot,5 Jan 2026")
                .with(options().withMapping(own))
                .read()
                .sheets()
                .get(0);
        assertThat(sheet.columns())
                .extracting(
                        SheetReading.Column::attribute,
                        SheetReading.Column::read,
                        SheetReading.Column::blank,
                        SheetReading.Column::mended,
                        SheetReading.Column::refused)
                .contains(tuple("started_on", 2, 1, 1, 1), tuple("stage", 6, 0, 0, 0));
    }

    @Test
    void aValueStreamIsReadInItsOwnUnits() {
        Step step = Given.file(
                        "map.csv",
                        "Value stream;No;Activity;Department;Type;Process time (min);Waiting time (days);%C&A",
                        "Claims;1;Check cover;Back office;Sign-off;90;2;85%")
                .with(options())
                .portfolio()
                .steps()
                .get(0);
        assertThat(step.id()).isEqualTo("1");
        assertThat(step.seq()).isEqualByComparingTo("1");
        assertThat(step.kind()).hasToString("APPROVAL");
        assertThat(step.processTimeH()).isEqualByComparingTo("1.5");
        assertThat(step.waitBeforeH()).isEqualByComparingTo("16");
        assertThat(step.pctCompleteAccurate()).isEqualByComparingTo("85");
    }

    @Test
    void aMappingMayNameConstantsAndFeedTwoColumnsFromOne() {
        Mapping own = Mapping.parse("own", """
                kind: use_cases
                columns: {id: Thing, name: Thing, stage: How far}
                constants: {team_id: Sales, started_on: 2026-01-01}
                values: {stage: {halfway: pilot}}
                """);
        UseCase useCase = Given.file("x.csv", "Thing,How far,Other", "Draft,halfway,x")
                .with(options().withMapping(own))
                .portfolio()
                .useCases()
                .get(0);
        assertThat(useCase.id()).isEqualTo("Draft");
        assertThat(useCase.name()).isEqualTo("Draft");
        assertThat(useCase.stage()).isEqualTo(Stage.PILOT);
        assertThat(useCase.teamId()).isEqualTo("Sales");
        assertThat(useCase.startedOn()).hasToString("2026-01-01");
        assertThat(useCase.known("started_on")).isTrue();
    }

    @Test
    void faultsOfAMappingAreNamed() {
        Mapping faulty = Mapping.parse("own", """
                kind: handoffs
                colums: {}
                columns:
                  colour: Red
                  channel: {header: S, when: channel=flying}
                  wait_h: {header: W, unit: fortnight}
                  next_actor: {when: channel=queue}
                  next_actor.parent: Above
                roles: [Lead]
                values: {channel: {halfway: flying}}
                """);
        String columns = "One of workflow_id, from_step_id, to_step_id, wait_h, next_actor, channel, changed_on.";
        assertThat(faulty.problems())
                .extracting(Given::line)
                .containsExactly(
                        "mappings/own.yaml, column \"colums\": A key that a mapping does not have."
                                + " / One of title, file, kind, recognised_by, columns, roles, constants, values. / Correct it.",
                        "mappings/own.yaml, column \"colour\": A column that handoffs does not have. / " + columns
                                + " / Write the column's name.",
                        "mappings/own.yaml, column \"columns.channel\": \"channel=flying\", which is no condition."
                                + " / A header, or {header: ..., unit: ..., when: stage=pilot|validated}. / Write it so.",
                        "mappings/own.yaml, column \"columns.wait_h\": \"fortnight\", which is no unit."
                                + " / One of h, d, w, min, s. / Write it so.",
                        "mappings/own.yaml, column \"columns.next_actor\": No header."
                                + " / A header, or {header: ..., unit: ..., when: stage=pilot|validated}. / Write it so.",
                        "mappings/own.yaml, column \"columns.next_actor.parent\": A column that has nothing above it."
                                + " / A team's column, such as team_id.parent. / Leave out .parent.",
                        "mappings/own.yaml, column \"roles\": Roles in a mapping of handoffs."
                                + " / Roles in a mapping of responsibilities. / Remove them, or correct the kind.",
                        "mappings/own.yaml, column \"values.channel\": \"flying\", which is no channel."
                                + " / One of manual, queue, automated. / Write one of its values.");
    }

    @Test
    void whatIsNoMappingIsNamedWithItsPlace() {
        String tables =
                "One of use_cases, workflows, steps, handoffs, teams, people, decisions, adoptions, responsibilities,"
                        + " frictions, measures.";
        assertThat(Mapping.parse("a/own.yaml", "kind: nonsense").problems())
                .extracting(Given::line)
                .containsExactly("a/own.yaml, column \"kind\": \"nonsense\", which is no kind of fact. / " + tables
                        + " / Write what the rows are.");
        assertThat(Mapping.parse("own.yaml", "").problems())
                .extracting(Given::line)
                .containsExactly(
                        "own.yaml, column \"kind\": No kind of fact. / " + tables + " / Write what the rows are.");
        assertThat(Mapping.parse("own.yaml", "kind: steps\ncolumns:\n  name: A\n  name: B\n")
                        .problems())
                .extracting(Given::line)
                .containsExactly("own.yaml: Invalid YAML at line 4, column 9: Duplicate property \"name\"."
                        + " / A YAML document with title, file, kind, recognised_by, columns, roles, constants, values."
                        + " / Mend the text there.");
        assertThat(Mapping.parse("own.yaml", "kind: steps\ncolumns: [a: b\n  c: {\n")
                        .problems())
                .extracting(Given::line)
                .containsExactly("own.yaml: Invalid YAML at line 3, column 5: expected ',' or ']', but got :."
                        + " / A YAML document with title, file, kind, recognised_by, columns, roles, constants, values."
                        + " / Mend the text there.");
    }

    @Test
    void faultsOfThoseBesideTheRulesAreProblemsOfTheReading() {
        Mapping faulty = Mapping.parse("own", "kind: steps\ncolumns: {colour: Red}");
        assertThat(Given.file("list.csv", "ID,Name,Status", "a,A,pilot")
                        .with(options().withMappings(() -> List.of(faulty)))
                        .problems())
                .anyMatch(problem -> problem.startsWith(
                        "mappings/own.yaml, column \"colour\": A column that steps does not have. / "));
    }

    @Test
    void aDocumentMayHoldThoseOfSeveralFiles() {
        Mapping both = Mapping.parse("both.yaml", """
                file: a.csv
                kind: teams
                columns: {id: Code, name: Label}
                ---
                recognised_by: [Code, Label, Phase]
                kind: use_cases
                columns: {id: Code, name: Label, stage: Phase}
                """);
        assertThat(both.problems()).isEmpty();
        Reading reading = Given.file("a.csv", "Code,Label", "t,T")
                .and("b.csv", "Code,Label,Phase", "u,U,pilot")
                .and("workflows.csv", "id,name", "w,W")
                .with(options().withMapping(both))
                .read();
        assertThat(reading.sheets())
                .extracting(
                        SheetReading::file,
                        SheetReading::recognisedBy,
                        sheet -> sheet.kind().table())
                .containsExactly(
                        tuple("a.csv", "the mapping both", "teams"),
                        tuple("b.csv", "the mapping both", "use_cases"),
                        tuple("workflows.csv", "its name", "workflows"));
    }

    @Test
    void theOnlyOneIsNotTakenForAFileThatSaysItIsSomethingElse() {
        Mapping useCases = Mapping.parse("own", "kind: use_cases\ncolumns: {id: id, name: name, stage: stage}");
        Reading reading = Given.file("x.csv", "id,name,stage", "u,U,pilot")
                .and("teams.csv", "id,name,headcount", "t,T,7")
                .with(options().withMapping(useCases))
                .read();
        assertThat(reading.sheets())
                .extracting(SheetReading::file, sheet -> sheet.kind().table())
                .containsExactly(tuple("teams.csv", "teams"), tuple("x.csv", "use_cases"));
    }
}
