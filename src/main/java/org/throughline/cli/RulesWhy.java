package org.throughline.cli;

import java.io.Writer;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Why;
import org.throughline.report.WhyJson;
import org.throughline.report.WhyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        description =
                "Why something was found about a subject, from the facts to the recommendation; or why not: the first"
                        + " condition that failed, with its values and how far off they are.")
final class RulesWhy implements Callable<Integer> {

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "FINDING|ID|RULE",
            description = "A finding such as A1:uc-4; or a diagnostic's id or a rule's name, with a subject.")
    private String asked = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "Such as use_case:uc-4, uc-4 or organisation.")
    private @Nullable String subject;

    @Mixin
    private final FactsOptions facts = new FactsOptions();

    @Mixin
    private final RuleOptions rules;

    @Mixin
    private final ListFormat format = new ListFormat();

    RulesWhy(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        Why why = Progress.during(
                "Judging", console, () -> Why.ask(asked, subject, rules.rules(), facts.input(), facts.request()));
        Output.write(null, console, out -> {
            if (format.isJson()) {
                WhyJson.write(
                        why.asked(), why.subject(), why.finding(), why.links(), why.follows(), why.reasons(), out);
            } else {
                Output.text(out, writer -> write(why, writer));
            }
        });
        return ExitCode.DONE;
    }

    private void write(Why why, Writer out) {
        if (why.finding() == null) {
            WhyText.notFound(why.asked(), why.subject(), why.reasons(), console.screen(), out);
        } else {
            WhyText.found(why.finding(), why.links(), why.follows(), console.screen(), out);
        }
    }
}
