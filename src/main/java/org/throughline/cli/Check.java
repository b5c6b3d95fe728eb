package org.throughline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.throughline.app.Advisor;
import org.throughline.app.Request;
import org.throughline.facts.Reading;
import org.throughline.report.MappingYaml;
import org.throughline.report.ProblemText;
import org.throughline.report.ReadingJson;
import org.throughline.report.ReadingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Reads facts without advising: what was recognised, how each header was mapped, every problem.")
final class Check implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final Paths paths = new Paths();

    @Mixin
    private final RuleOptions rules;

    @Mixin
    private final MappingOption mapping = new MappingOption();

    @Option(
            names = "--save-mapping",
            paramLabel = "FILE",
            description = "Write how the columns were read as a mapping to edit; --mapping FILE reads by it.")
    private @Nullable Path saved;

    @Mixin
    private final AnnotateOption annotate = new AnnotateOption();

    @Mixin
    private final ListFormat format = new ListFormat();

    Check(Console console, RuleSource source) {
        this.console = console;
        this.rules = new RuleOptions(source);
    }

    @Override
    public Integer call() {
        Reading reading = Progress.during("Reading", console, this::read);
        if (annotate.isAsked()) {
            annotate.write(
                    advisor().annotated(paths.input(), request(), reading.problems(), ProblemText::remark),
                    paths.input().paths(),
                    console);
        }
        Output.write(null, console, out -> {
            if (format.isJson()) {
                ReadingJson.write(reading, out);
            } else {
                Output.text(out, writer -> ReadingText.write(reading, console.screen(), writer));
            }
        });
        if (saved != null) {
            Output.write(saved, console, out -> Output.text(out, writer -> MappingYaml.write(reading, writer)));
        }
        return reading.portfolio() == null ? ExitCode.UNREADABLE : ExitCode.DONE;
    }

    private Reading read() {
        return advisor().read(paths.input(), request());
    }

    private Request request() {
        return new Request(LocalDate.now(), Request.HOURS_PER_DAY, false, mapping.nameOrFile());
    }

    private Advisor advisor() {
        return new Advisor(rules.rules());
    }
}
