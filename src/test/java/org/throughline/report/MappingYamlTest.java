package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakeOptions;
import org.throughline.intake.Mapping;
import org.throughline.intake.Upload;
import org.throughline.testkit.Imports;

/** How an input was read, saved as a mapping: reading by it gives the same facts. */
class MappingYamlTest {

    private static final IntakeOptions OPTIONS =
            IntakeOptions.of(LocalDate.of(2026, 6, 30), Imports.vocabulary()).withMappings(MappingYamlTest::shipped);

    private static List<Mapping> shipped() {
        return Stream.of("us-federal-2023", "us-federal-2024", "us-federal-2025")
                .map(name -> Mapping.parse(name, text(Path.of("rules", "mappings", name + ".yaml"))))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String saved(Reading reading) {
        StringBuilder yaml = new StringBuilder();
        MappingYaml.write(reading, yaml);
        return yaml.toString();
    }

    private static void comesBack(Function<IntakeOptions, Reading> read) {
        Reading first = read.apply(OPTIONS);
        Mapping mapping = Mapping.parse("saved", saved(first));
        assertThat(mapping.problems()).isEmpty();
        Reading again = read.apply(OPTIONS.withMapping(mapping));
        assertThat(again.sheets())
                .allSatisfy(sheet -> assertThat(sheet.recognisedBy()).startsWith("the mapping saved"));
        assertThat(digest(again)).isEqualTo(digest(first));
    }

    private static String digest(Reading reading) {
        return Objects.requireNonNull(reading.portfolio()).digest();
    }

    private static Function<IntakeOptions, Reading> files(String... namesAndTexts) {
        List<Upload> uploads = java.util.stream.IntStream.range(0, namesAndTexts.length / 2)
                .mapToObj(
                        i -> Upload.of(namesAndTexts[2 * i], namesAndTexts[2 * i + 1].getBytes(StandardCharsets.UTF_8)))
                .toList();
        return options -> Intake.readUploads(uploads, options);
    }

    @TestFactory
    Stream<DynamicTest> everyScenarioComesBack() {
        return Arrays.stream(
                        Objects.requireNonNull(Path.of("scenarios").toFile().listFiles()))
                .map(folder -> folder.toPath().resolve("facts"))
                .filter(Files::isDirectory)
                .sorted()
                .map(facts -> DynamicTest.dynamicTest(
                        facts.getParent().getFileName().toString(),
                        () -> comesBack(options -> Intake.read(List.of(facts), options))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fed2023.csv", "fed2025.csv", "fed2025_cots.csv"})
    void aFederalInventoryComesBack(String name) {
        Path file = Path.of("../shared/data").resolve(name);
        assumeTrue(Files.exists(file), () -> file + " is not here: the real inventories are not part of the project");
        Reading reading = Intake.read(List.of(file), OPTIONS);
        assumeTrue(reading.portfolio() != null);
        comesBack(options -> Intake.read(List.of(file), options));
    }

    @Test
    void whateverItsHeadersAreLike() {
        comesBack(files(
                "use_cases.csv",
                "\"Name \"\"of\"\" it\",ID,#,Where: are we?,Wait (days),\"Team\u2028\tName\u0007\",stage,Stage\n"
                        + "A,a,1,pilot,2,x,,idea\nB,b,2,idea,3,y,,pilot\nC,c,3,in use,4,z,,idea\n"));
        comesBack(files(
                "use_cases.csv",
                        "Use case,,,Owner,,\nid,name,Where are we,Pilot owner,Owner,Owner\n"
                                + "a,A,pilot,x,y,z\nb,B,idea,x,y,z\nc,C,in use,x,y,z\n",
                "raci.csv", "Activity,Lead,\"Legal, Tax\"\nPay,R,A/C\nSign,,I\n",
                "steps.csv", "workflow_id,id,seq,name,Wait (days)\nwf,s1,1,Pay,2\nwf,s2,2,Sign,\n"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyTableComesBack(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String table = table(random);
            Reading reading = files("use_cases.csv", table).apply(OPTIONS);
            if (reading.portfolio() != null) {
                comesBack(files("use_cases.csv", table));
            }
        }
    }

    private static final List<String> HEADERS = List.of(
            "Stage",
            "Status",
            "Owner",
            "Owner",
            "Sponsor",
            "Email",
            "Email",
            "Start",
            "Go-live",
            "Team",
            "Department",
            "Q1",
            "Q1",
            "Hours saved (min)",
            "Where are we",
            "",
            "x\"y",
            "a: b",
            "#c",
            "- d",
            "[e]",
            "{f}",
            "g\nh",
            "'i'",
            "éü",
            "日本",
            "null",
            "yes",
            "123",
            "~",
            "&a",
            "*b",
            "!t",
            "%p",
            "@q",
            "`r`",
            "a / b",
            "\\",
            "\t",
            " z",
            "b, c; d");
    private static final List<String> CELLS = List.of(
            "pilot",
            "in use",
            "idea",
            "retired",
            "2026-01-05",
            "5 Feb 2026",
            "Ann",
            "Bob",
            "n/a",
            "",
            "7",
            "3,5",
            "yes",
            "text; more");

    private static String table(Random random) {
        List<String> headers = new ArrayList<>(List.of("id", "name"));
        for (int i = random.nextInt(10); i >= 0; i--) {
            headers.add(HEADERS.get(random.nextInt(HEADERS.size())));
        }
        StringBuilder table = new StringBuilder();
        if (random.nextInt(3) == 0) {
            table.append(line(headers, header -> random.nextInt(3) == 0 ? "Title" + random.nextInt(3) : ""));
        }
        table.append(line(headers, header -> header));
        for (int row = 0; row < 5; row++) {
            String id = "u" + row;
            table.append(line(
                    headers,
                    header -> header.equals("id") || header.equals("name")
                            ? id
                            : CELLS.get(random.nextInt(CELLS.size()))));
        }
        return table.toString();
    }

    private static String line(List<String> headers, UnaryOperator<String> cell) {
        return headers.stream()
                        .map(header -> '"' + cell.apply(header).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(","))
                + "\n";
    }

    @Test
    void aDocumentComesBack() {
        comesBack(files(
                "portfolio.json",
                "{\"use_cases\": [{\"ref\": \"a\", \"id\": \"a\", \"title\": \"A\", \"status\": \"pilot\", \"owner\":"
                        + " null}], \"teams\": [{\"id\": \"t\", \"name\": \"T\"}]}"));
    }

    @Test
    void saysWhatWasFoundAndWhy() {
        assertThat(saved(files(
                                "use_cases.csv",
                                "ID,Title,Where are we,Go-live,Wait\n1,A,pilot,2026-01-05,x\n"
                                        + "2,B,idea,2026-02-05,y\n3,C,in use,n/a,z\n4,D,idea,2026-02-06,")
                        .apply(OPTIONS)))
                .isEqualTo("""
                    # How the columns were read. Edit it, then read with --mapping and the name of
                    # this file. Each part, kept as a file of its own in the folder mappings of the
                    # rules, is found again by the headers under recognised_by.
                    ---
                    # Recognised by its name
                    title: "use_cases.csv"
                    file: "use_cases.csv"
                    kind: use_cases
                    recognised_by:
                      - "ID"
                      - "Title"
                      - "Where are we"
                    columns:
                      # same name; 4 read
                      id: "ID"
                      # synonym; 4 read
                      name: "Title"
                      # its cells: 4 of 4 are known words for stage; 4 read; 1 in another spelling
                      # ("in use" → in_use)
                      stage: "Where are we"
                    # Left aside. To read one, write it under columns, behind what it is:
                    #   "Go-live"  may be started_on (3 of 3 are days) or validated_on (3 of 3 are days) or planned_end_on (3 of 3 are days)
                    #   "Wait"
                    """);
    }

    @Test
    void isFoundAgainByTheHeaderRowsOnceItIsBesideTheRules() {
        Function<IntakeOptions, Reading> read = files(
                "pilots.csv", "Ref,Label,Where are we\na,A,pilot\nb,B,idea\nc,C,in use\n",
                "raci.csv", "Process,Activity,Lead,Clerk\nw,s,R,A\n");
        Mapping saved = Mapping.parse("ours", saved(read.apply(OPTIONS)));
        Reading later = files(
                        "export-7.csv", "Where are we;Label;Ref;Extra\npilot;A;a;x\n",
                        "export-8.csv", "Process,Activity,Lead,Clerk\nw,s,I,\n")
                .apply(OPTIONS.withMappings(() -> List.of(saved)));
        assertThat(later.sheets())
                .extracting(SheetReading::recognisedBy)
                .containsExactly("the mapping ours (pilots.csv)", "the mapping ours (raci.csv)");
        assertThat(later.sheets()).extracting(SheetReading::facts).containsExactly(1, 1);
    }

    @Test
    void whatWasNotRecognisedIsThereToBeFilledIn() {
        assertThat(saved(files("fruit.csv", "colour,taste\nred,sweet\n").apply(OPTIONS)))
                .endsWith("""
                    ---
                    # fruit.csv was not recognised. To read it, remove the # below, say what its
                    # rows are, and which column is what: put the attribute in place of each
                    # ATTRIBUTE, and delete the lines of columns that are to be left aside.
                    #file: "fruit.csv"
                    #kind: use_cases
                    #columns:
                    #  ATTRIBUTE: "colour"
                    #  ATTRIBUTE: "taste"
                    """);
    }
}
