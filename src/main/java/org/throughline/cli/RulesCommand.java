package org.throughline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Rules;
import org.throughline.app.RulesReview;
import org.throughline.facts.Nearest;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.report.FlawJson;
import org.throughline.report.FlawText;
import org.throughline.report.RuleJson;
import org.throughline.report.RuleText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Further verbs about rules are methods here, or classes beside it. */
@Command(
        name = "rules",
        synopsisSubcommandLabel = "COMMAND",
        description = "The rules with their documentation.",
        sortOptions = false)
final class RulesCommand implements Runnable {

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    RulesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Missing command: list, show, check, test, save-scenario, diff, sensitivity or why");
    }

    @Command(name = "list", description = "Every diagnostic: its id, what it finds, how severe that is.")
    int list(@Mixin RuleOptions options, @Mixin ListFormat format) {
        Rules rules = options.rules();
        List<Diagnostic> diagnostics = rules.diagnostics();
        Output.write(null, console, out -> {
            if (format.isJson()) {
                TreeMap<String, List<Threshold>> thresholds = new TreeMap<>();
                diagnostics.forEach(it -> thresholds.put(it.id(), rules.thresholds(it)));
                RuleJson.list(diagnostics, thresholds, out);
            } else {
                Output.text(out, writer -> RuleText.list(diagnostics, console.screen(), writer));
            }
        });
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            description = "One diagnostic: why it matters, when it fires and stays silent, its thresholds.")
    int show(
            @Parameters(paramLabel = "ID", description = "Such as A1 or undecided-proof.") String id,
            @Mixin RuleOptions options,
            @Mixin ListFormat format) {
        Rules rules = options.rules();
        Diagnostic diagnostic = find(id, rules.diagnostics());
        List<Threshold> thresholds = rules.thresholds(diagnostic);
        Output.write(null, console, out -> {
            if (format.isJson()) {
                RuleJson.show(diagnostic, thresholds, out);
            } else {
                Output.text(out, writer -> RuleText.show(diagnostic, thresholds, console.screen(), writer));
            }
        });
        return ExitCode.DONE;
    }

    @Command(
            name = "check",
            description = {
                "Everything that is wrong in a rules folder: errors in rules and tables, names that are not there, what rules may not do,"
                        + " rules that can never fire or that others make needless. Ends with 1 where there is an error."
            })
    int check(
            @Parameters(
                            paramLabel = "DIR",
                            arity = "0..1",
                            description = "The rules. Default: rules in the working directory, else those in the jar.")
                    @Nullable
                    Path folder,
            @Mixin ListFormat format) {
        RulesReview review = Progress.during("Checking", console, () -> RulesReview.of(folder));
        Output.write(null, console, out -> {
            if (format.isJson()) {
                FlawJson.write(review.flaws(), review.files(), out);
            } else {
                Output.text(out, writer -> FlawText.write(review.flaws(), review.files(), console.screen(), writer));
            }
        });
        return review.isSound() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private Diagnostic find(String id, List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(it -> it.id().equalsIgnoreCase(id) || it.slug().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> unknown(id, diagnostics));
    }

    private ParameterException unknown(String id, List<Diagnostic> diagnostics) {
        List<String> names = diagnostics.stream()
                .flatMap(it -> Stream.of(it.id(), it.slug()))
                .toList();
        List<String> near = Nearest.to(id, names);
        String hint =
                near.isEmpty() ? "throughline rules list shows all" : "did you mean " + String.join(" or ", near) + "?";
        return new ParameterException(spec.subcommands().get("show"), "There is no diagnostic \"" + id + "\": " + hint);
    }
}
