package org.throughline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Scenarios;
import org.throughline.findings.Trial;
import org.throughline.report.TrialJson;
import org.throughline.report.TrialText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = "Runs the scenarios: which passed, which did not and how, and which rules no scenario makes fire."
                + " Ends with 1 where one failed.")
final class RulesTest implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "The scenarios. Default: scenarios in the working directory.")
    private @Nullable Path folder;

    @Mixin
    private final RuleOptions rules;

    @Option(
            names = "--mutate",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "120",
            description =
                    "Also change every threshold and every condition in turn, and list what no scenario would notice."
                            + " Conditions are changed for 120 seconds at most, or for as many as you say.")
    private @Nullable Integer mutating;

    @Option(
            names = "--coverage",
            description =
                    "Also list for every rule the scenarios in which it fired, and the conditions that never held or"
                            + " never failed.")
    private boolean coverage;

    @Mixin
    private final ListFormat format = new ListFormat();

    RulesTest(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        Scenarios scenarios = Scenarios.in(folder);
        @Nullable Duration atMost = mutating == null ? null : Duration.ofSeconds(mutating);
        AtomicReference<String> done = new AtomicReference<>("Testing");
        Trial trial = Progress.during(
                done::get,
                console,
                () -> scenarios.test(
                        rules.rules(),
                        coverage,
                        atMost,
                        (tried, all) -> done.set("Changing conditions, " + tried + " of " + all)));
        Output.write(null, console, out -> {
            if (format.isJson()) {
                TrialJson.write(trial, out);
            } else {
                Output.text(out, writer -> TrialText.write(trial, coverage, console.screen(), writer));
            }
        });
        return trial.passed() ? ExitCode.DONE : ExitCode.FOUND;
    }
}
