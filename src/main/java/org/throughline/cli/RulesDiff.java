package org.throughline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.throughline.advice.Effect;
import org.throughline.app.Rules;
import org.throughline.app.WhatIf;
import org.throughline.report.EffectJson;
import org.throughline.report.EffectText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description =
                "What a change of rules does to the advice on given facts: what appears, vanishes or moves, and the edit"
                        + " that makes the difference.")
final class RulesDiff implements Callable<Integer> {

    private final Console console;
    private final RuleSource source;

    @Parameters(index = "0", paramLabel = "OLD_DIR", description = "The rules as they were.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW_DIR", description = "The rules as they are to be.")
    private Path edited = Path.of("");

    @Mixin
    private final FactsOptions facts = new FactsOptions();

    @Mixin
    private final ListFormat format = new ListFormat();

    RulesDiff(Console console, RuleSource source) {
        this.console = console;
        this.source = source;
    }

    @Override
    public Integer call() {
        Effect effect = Progress.during("Comparing", console, this::effect);
        Output.write(null, console, out -> {
            if (format.isJson()) {
                EffectJson.write(effect, out);
            } else {
                Output.text(out, writer -> EffectText.write(effect, console.screen(), writer));
            }
        });
        return ExitCode.DONE;
    }

    private Effect effect() {
        Rules before = source.read(old, null);
        Rules after = source.read(edited, null);
        WhatIf whatIf = new WhatIf(facts.input(), facts.request(), after);
        Problems.list(whatIf.reading().problems(), console);
        return whatIf.effect(before, after);
    }
}
