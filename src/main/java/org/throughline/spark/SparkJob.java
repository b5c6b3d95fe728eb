package org.throughline.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Format;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.app.UnusableException;
import org.throughline.app.WrongUseException;
import org.throughline.facts.Problem;
import org.throughline.report.ProblemText;
import org.throughline.report.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spark-submit --class org.throughline.spark.SparkJob throughline.jar PATH... --output FILE}: the advice of {@code advise}, as JSON. */
@Command(
        name = "spark-submit ... throughline.jar",
        mixinStandardHelpOptions = true,
        description = "Reads facts and writes what to do first, as JSON; the rules fire on Spark's executors.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use of the command", "3:the input could not be read"})
public final class SparkJob implements Callable<Integer> {

    private static final int WRONG_USE = 2;
    private static final int UNREADABLE = 3;

    /** Of the problems, as many are told; all of them are in the advice. */
    private static final int SHOWN = 20;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders or files of facts, here or at an address that Spark reads (hdfs:, s3a:): CSV and all"
                    + " else that advise reads, and Parquet, a table each (use_cases.parquet).")
    private List<String> paths = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day from which every duration counts, such as 2026-06-30. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "Where to write, here or at an address. It is replaced.")
    private String output = "";

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A folder of rules. Default: rules in the working directory, else those in the jar.")
    private @Nullable Path rules;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE",
            description = "A CSV of your own thresholds (name,value) over those of the rules.")
    private @Nullable Path thresholds;

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description = "How to read the columns: the name of a mapping beside the rules, or a file of that form.")
    private @Nullable String mapping;

    @Option(names = "--strict", description = "All or nothing: no advice if anything in the input cannot be read.")
    private boolean strict;

    @Option(
            names = "--hours-per-day",
            paramLabel = "N",
            description = "Working hours that a day in a duration stands for. Default: 8.")
    private BigDecimal hoursPerDay = Request.HOURS_PER_DAY;

    private SparkJob() {}

    public static void main(String[] arguments) {
        int exitCode = run(arguments);
        if (exitCode != 0) { // 0 leaves it to Spark to end
            System.exit(exitCode);
        }
    }

    /** Answers the exit code. */
    static int run(String... arguments) {
        return new CommandLine(new SparkJob())
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown))
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Rules chosen = Rules.read(rules, thresholds);
        Request request = new Request(asOf == null ? LocalDate.now() : asOf, hoursPerDay, strict, mapping);
        SparkSession session = SparkSession.builder().appName("throughline").getOrCreate();
        try (JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
                GivenFiles given = new GivenFiles(session)) {
            Input input = Input.of(given.here(paths));
            Answer answer = new Advisor(chosen).advise(input, request, new SparkWorkers(spark, chosen.sent()));
            answer.advice().problems().stream()
                    .sorted(Comparator.comparing(Problem::severity))
                    .limit(SHOWN)
                    .forEach(problem -> System.err.println(ProblemText.line(problem)));
            given.write(output, out -> Format.JSON.write(answer, Screen.PLAIN, Integer.MAX_VALUE, out));
        }
        return 0;
    }

    private static int failed(Exception thrown) {
        if (thrown instanceof UnusableException unusable) {
            unusable.problems().forEach(problem -> ProblemText.write(problem, Screen.PLAIN, System.err));
            return unusable instanceof WrongUseException ? WRONG_USE : UNREADABLE;
        }
        boolean files = thrown instanceof IOException || thrown instanceof UncheckedIOException;
        System.err.println((files ? "A file could not be read or written: " : "The job failed: ")
                + first(thrown).getMessage());
        return UNREADABLE;
    }

    /** What came first: around it Spark tells of its stages, with traces. */
    private static Throwable first(Throwable thrown) {
        return thrown.getCause() == null ? thrown : first(thrown.getCause());
    }
}
