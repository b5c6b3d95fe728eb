package org.throughline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "save-scenario",
        description =
                "Saves facts as a scenario that expects what the rules say of them now; read it, and correct what they"
                        + " should say instead.")
final class RulesSaveScenario implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "NAME", description = "What the scenario's folder is called.")
    private String name = "";

    @Mixin
    private final FactsOptions facts = new FactsOptions();

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description = "Where it goes. Default: scenarios in the working directory.")
    private @Nullable Path folder;

    @Mixin
    private final RuleOptions rules;

    RulesSaveScenario(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        Path saved = Progress.during(
                "Judging",
                console,
                () -> Scenarios.toAddTo(folder).save(name, facts.input(), facts.request(), rules.rules()));
        Output.write(
                null,
                console,
                out -> Output.text(out, writer -> {
                    new java.io.PrintWriter(writer, true)
                            .println("Saved in " + saved + ": tell its story in README.md, read expected.yaml.");
                }));
        return ExitCode.DONE;
    }
}
