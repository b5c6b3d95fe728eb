package org.throughline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keeps the table of packages. Nouns know only the noun before them, steps read nouns and never each other, {@code app}
 * knows the order, the edges know {@code app}.
 */
class ArchitectureTest {

    private static final String BASE = "org.throughline";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    /** The table: a package, and what it may read besides itself. */
    enum House {
        FACTS(""),
        FINDINGS("facts"),
        ADVICE("facts, findings"),
        INTAKE("facts"),
        RULEBOOK("facts, findings, advice"),
        ENGINE("facts, findings, advice, rulebook"),
        SCENARIO("facts, findings, advice, intake, rulebook, engine"),
        HISTORY("facts, findings, advice"),
        REPORT("facts, findings, advice, history"),
        APP("facts, findings, advice, intake, rulebook, engine, scenario, history, report"),
        STORE("facts, findings, advice, history"),
        PORTFOLIO("facts, findings, advice, report, app, history, store"),
        CLI("facts, findings, advice, report, app, history, store, portfolio"),
        ACCESS("store"),
        API("facts, findings, advice, report, app, history, store, portfolio, access"),
        WEB("facts, findings, advice, report, app, history, store, portfolio, access"),
        SPARK("facts, advice, engine, report, app");

        private final Set<String> mayRead;

        House(String mayRead) {
            this.mayRead = Set.of(mayRead.split(", "));
        }

        private String packageName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        private String[] others() {
            return Stream.of(values())
                    .filter(other -> other != this && !mayRead.contains(other.packageName()))
                    .map(House::anywhere)
                    .toArray(String[]::new);
        }

        private String anywhere() {
            return BASE + "." + packageName() + "..";
        }
    }

    /** Everything left of the store: runs on the command line at once, in a test, in a distributed engine's workers. */
    private static final String[] CORE = Stream.of(House.values())
            .filter(house -> house.compareTo(House.STORE) < 0)
            .map(House::anywhere)
            .toArray(String[]::new);

    @ParameterizedTest
    @EnumSource
    void readsOnlyWhatTheTableAllows(House house) {
        noClasses()
                .that(resideInAPackage(house.anywhere()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(house.others()))
                .as("Package '%s' may read %s".formatted(house.packageName(), new TreeSet<>(house.mayRead)))
                .because("data flows one way: where a package wants to look back, a noun is missing (add it to facts,"
                        + " findings or advice), and where two steps want to know each other, 'app' or 'scenario'"
                        + " joins them")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> known = Stream.of(House.values()).map(House::packageName).collect(toCollection(TreeSet::new));
        Set<String> found = OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE + "."))
                .map(name -> name.substring(BASE.length() + 1).split("\\.")[0])
                .collect(toCollection(TreeSet::new));

        assertThat(known)
                .as("A new package needs a row in ArchitectureTest.House that says what it may read")
                .containsAll(found);
    }

    @Test
    void nobodyReadsTheStartingPoint() {
        noClasses()
                .that(resideInAnyPackage(BASE + ".*.."))
                .should()
                .dependOnClassesThat(resideInAPackage(BASE))
                .as("Package '%s' itself is read by nobody".formatted(BASE))
                .because("it only starts the program: what several packages need is a noun, or a step of 'app'")
                .check(OURS);
    }

    @Test
    void onlyIntakeReadsCsv() {
        onlyIn("OpenCSV", resideInAPackage("com.opencsv.."), House.INTAKE)
                .because("one reader understands every file: hand it the file and take facts or problems from 'intake'")
                .check(OURS);
    }

    @Test
    void onlyEngineAndRulebookKnowDrools() {
        onlyIn("Drools", resideInAnyPackage("org.drools..", "org.kie.."), House.ENGINE, House.RULEBOOK)
                .because(
                        "rules are compiled and fired in one place each: give 'rulebook' a folder, give 'engine' a rule"
                                + " book and facts, and work with findings")
                .check(OURS);
    }

    @Test
    void onlyTheCommandLineParsesArguments() {
        onlyIn("picocli", resideInAPackage("picocli.."), House.CLI, House.SPARK)
                .because("what a command does belongs to 'app', where the API finds it as well")
                .check(OURS);
    }

    @Test
    void onlyTheJobKnowsSpark() {
        onlyIn("Spark", resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala.."), House.SPARK)
                .because("nobody but its own executors has Spark on the class path: what fires elsewhere is given to"
                        + " 'engine' as Workers")
                .check(OURS);
    }

    @Test
    void theCoreIsPlainJava() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .or(resideInAPackage(House.CLI.anywhere()))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "org.thymeleaf..", "jakarta..", "io.swagger.."))
                .as("The core and the command line are plain Java, without Spring and the web")
                .because("a command must not wait for Spring, and the core also runs in tests and in workers: pass in"
                        + " what it needs, and wire it in 'store', 'api' or 'web'")
                .check(OURS);
    }

    @Test
    void theCoreIsToldWhatTheTimeIs() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .as("The core asks no clock for the date")
                .because("the same facts give the same advice on every day: take 'asOf' as a parameter, the edges know"
                        + " today")
                .check(OURS);
    }

    @Test
    void jsonIsJackson3() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core.."))
                .as("JSON is read and written with tools.jackson")
                .because("Jackson 2 is only there for the API's description: import the class of the same name from"
                        + " tools.jackson (annotations stay in com.fasterxml.jackson.annotation)")
                .check(OURS);
    }

    private static com.tngtech.archunit.lang.ArchRule onlyIn(
            String library, DescribedPredicate<JavaClass> itsClasses, House... houses) {
        String[] packages = Stream.of(houses).map(House::anywhere).toArray(String[]::new);
        return noClasses()
                .that(resideOutsideOfPackages(packages))
                .should()
                .dependOnClassesThat(itsClasses)
                .as("%s is used in %s only"
                        .formatted(
                                library,
                                Stream.of(houses).map(House::packageName).toList()));
    }
}
