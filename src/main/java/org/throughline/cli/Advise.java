package org.throughline.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Tier;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Format;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.findings.Severity;
import org.throughline.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "advise", description = "Reads facts and prints what to do first, with what it rests on.")
final class Advise implements Callable<Integer> {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Paths paths = new Paths();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The day from which every duration counts, such as 2026-06-30. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Choice.OfFormat.class,
            completionCandidates = Choice.OfFormat.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write. It is replaced at the end or not at all. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many recommendations, at most. Default: 10 as text, all in the other formats.")
    private @Nullable Integer top;

    @Mixin
    private final RuleOptions rules;

    @Mixin
    private final MappingOption mapping = new MappingOption();

    @Option(names = "--strict", description = "All or nothing: no advice if anything in the input cannot be read.")
    private boolean strict;

    @Option(
            names = "--fail-on",
            paramLabel = "TIER",
            converter = Choice.OfTier.class,
            completionCandidates = Choice.OfTier.class,
            description = "Exit with 1 if there is a recommendation of this tier or a more urgent one;"
                    + " one of ${COMPLETION-CANDIDATES}.")
    private @Nullable Tier failOn;

    @Option(
            names = "--hours-per-day",
            paramLabel = "N",
            description = "Working hours that a day in a duration stands for. Default: 8.")
    private BigDecimal hoursPerDay = Request.HOURS_PER_DAY;

    Advise(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        refuseNonsense();
        Answer answer = Progress.during("Reading and judging", console, this::answer);
        Problems.list(answer.advice().problems(), console);
        Screen screen = output == null ? console.screen() : Screen.PLAIN;
        Output.write(output, console, out -> format.write(answer, screen, top == null ? format.top() : top, out));
        return isFailure(answer) ? ExitCode.FOUND : ExitCode.DONE;
    }

    private Answer answer() {
        Request request = new Request(asOf == null ? LocalDate.now() : asOf, hoursPerDay, strict, mapping.nameOrFile());
        Rules chosen = rules.rules();
        Answer answer = new Advisor(chosen).advise(paths.input(), request);
        chosen.keep(RuleSource.news(console));
        return answer;
    }

    private boolean isFailure(Answer answer) {
        return failOn != null
                && answer.advice().recommendations().stream()
                        .filter(recommendation -> recommendation.severity() != Severity.POSITIVE)
                        .anyMatch(recommendation -> recommendation.tier().compareTo(failOn) <= 0);
    }

    private void refuseNonsense() {
        if (top != null && top < 1) {
            throw wrong("--top: found " + top + ", expected 1 or more");
        }
        if (hoursPerDay.signum() <= 0 || hoursPerDay.compareTo(BigDecimal.valueOf(24)) > 0) {
            throw wrong("--hours-per-day: found " + hoursPerDay + ", expected more than 0 and at most 24");
        }
        if (output != null && Files.isDirectory(output)) {
            throw wrong("--output: found the folder " + output + ", expected a file");
        }
        if (output != null && !Files.isDirectory(output.toAbsolutePath().getParent())) {
            throw wrong(
                    "--output: there is no folder " + output.toAbsolutePath().getParent());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
