package org.throughline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.throughline.advice.Sensitivity;
import org.throughline.app.Rules;
import org.throughline.app.WhatIf;
import org.throughline.report.EffectJson;
import org.throughline.report.EffectText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sensitivity",
        description = "What would be said of given facts if each threshold were a tenth or a quarter lower or higher.")
final class RulesSensitivity implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final FactsOptions facts = new FactsOptions();

    @Mixin
    private final RuleOptions rules;

    @Mixin
    private final ListFormat format = new ListFormat();

    RulesSensitivity(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        List<Sensitivity> all = Progress.during("Trying other thresholds", console, this::sensitivity);
        Output.write(null, console, out -> {
            if (format.isJson()) {
                EffectJson.sensitivity(all, out);
            } else {
                Output.text(out, writer -> EffectText.sensitivity(all, console.screen(), writer));
            }
        });
        return ExitCode.DONE;
    }

    private List<Sensitivity> sensitivity() {
        Rules chosen = rules.rules();
        WhatIf whatIf = new WhatIf(facts.input(), facts.request(), chosen);
        Problems.list(whatIf.reading().problems(), console);
        return whatIf.sensitivity(chosen);
    }
}
