package org.throughline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.facts.Kind;
import org.throughline.testkit.Organisation;
import org.throughline.testkit.Organisations;

/**
 * The jar that was built, submitted to Spark with two executors' cores, says what {@code advise} says of the same files, to the byte.
 */
class SparkSubmitIT {

    private static final Path JAR = Path.of(System.getProperty("throughline.jar"));
    private static final String[] OPENED = {
        "java.lang",
        "java.lang.invoke",
        "java.lang.reflect",
        "java.io",
        "java.net",
        "java.nio",
        "java.util",
        "java.util.concurrent",
        "java.util.concurrent.atomic",
        "sun.nio.ch",
        "sun.nio.cs",
        "sun.security.action",
        "sun.util.calendar"
    };

    @TempDir
    static Path folder;

    private static String errors = "";
    private static List<String> exitCodes = List.of();

    @BeforeAll
    static void submitAll() throws Exception {
        generate(Files.createDirectory(folder.resolve("generated")));
        Path story = Path.of("scenarios/sales-outreach/facts").toAbsolutePath();
        Path generated = folder.resolve("generated");
        Files.write(
                folder.resolve("jobs"),
                List.of(
                        parquet(generated, "mixed", "false", "use_cases", "steps", "decisions", "frictions-part2"),
                        parquet(story, "typed", "true", "use_cases", "workflows", "steps", "teams", "adoptions"),
                        job(generated, "generated-csv"),
                        job(folder.resolve("mixed"), "generated-parquet"),
                        job(folder.resolve("typed"), "story-parquet"),
                        job(Files.createDirectory(folder.resolve("empty")), "nothing")));
        submit();
        advise(generated, "generated-alone");
        advise(story, "story-alone");
    }

    private static String parquet(Path facts, String into, String typed, String... tables) {
        return String.join(
                        "\t", "parquet", facts.toString(), folder.resolve(into).toString(), typed) + "\t"
                + String.join("\t", tables);
    }

    private static String job(Path facts, String output) {
        return String.join(
                "\t",
                facts.toUri().toString(),
                "--as-of",
                "2026-06-30",
                "--output",
                folder.resolve(output).toString());
    }

    /** Large enough to be cut into several parts, worn as real files are, and with a row that nobody can read whole. */
    private static void generate(Path into) throws IOException {
        Organisation organisation = Organisations.generate(7, 3_000);
        organisation.csv().forEach((name, text) -> write(into.resolve(name), text));
        String columns =
                Kind.FRICTION.attributes().stream().map(one -> one.name()).collect(Collectors.joining(","));
        write(into.resolve("frictions-part2.csv"), columns + "\nfr-broken,other,x,,,,31/02/2026,,\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void submit() throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-Xmx1g", "-XX:TieredStopAtLevel=1"));
        Stream.of(OPENED).forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", sparkAlone(), "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local[2]", "--class", SubmittedJobs.class.getName()));
        command.addAll(List.of("--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"));
        command.addAll(List.of(
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.log.level=WARN",
                "--conf",
                "spark.sql.shuffle.partitions=2",
                "--jars",
                JAR.toString()));
        command.addAll(List.of(
                jobs().toString(),
                folder.resolve("jobs").toString(),
                folder.resolve("codes").toString()));
        errors = run(command, "spark");
        exitCodes = Files.exists(folder.resolve("codes")) ? Files.readAllLines(folder.resolve("codes")) : List.of();
    }

    private static void advise(Path facts, String name) throws Exception {
        run(
                List.of(
                        "java",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "advise",
                        facts.toString(),
                        "--as-of",
                        "2026-06-30",
                        "--format",
                        "json",
                        "--output",
                        folder.resolve(name).toString()),
                name);
    }

    private static String run(List<String> command, String name) throws Exception {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(name).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }

    /** The libraries of Spark, as its own folder of jars would hold them. */
    private static String sparkAlone() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What is submitted has to be a jar. */
    private static Path jobs() throws IOException {
        String entry = SubmittedJobs.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("jobs.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = SparkSubmitIT.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }

    private static String text(String output) throws IOException {
        assertThat(folder.resolve(output)).as(errors).exists();
        return Files.readString(folder.resolve(output), StandardCharsets.UTF_8);
    }

    @Test
    void ofCsvItSaysTheSameToTheByte() throws IOException {
        assertThat(text("generated-csv")).isEqualTo(text("generated-alone"));
    }

    /** Some tables of a folder as Parquet, of texts and of numbers, days and flags: their names are told, and no other word is different. */
    @Test
    void ofParquetItSaysTheSameOfOtherFiles() throws IOException {
        assertThat(text("generated-parquet").replace(".parquet", ".csv")).isEqualTo(text("generated-alone"));
        assertThat(text("story-parquet").replace(".parquet", ".csv")).isEqualTo(text("story-alone"));
    }

    @Test
    void aBrokenRowIsToldWithItsPlaceAndTheRestIsJudged() throws IOException {
        String said = "found \"31/02/2026\" (not a day of the calendar)";

        assertThat(errors)
                .contains("error: frictions-part2.csv, row 2, column \"recorded_on\": " + said)
                .contains("error: frictions-part2.parquet, row 2, column \"recorded_on\": " + said);
    }

    @Test
    void whereThereIsNothingItSaysSoAndFails() {
        assertThat(exitCodes).as(errors).containsExactly("0", "0", "0", "3");
        assertThat(errors).contains("Nothing to advise on.");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }
}
