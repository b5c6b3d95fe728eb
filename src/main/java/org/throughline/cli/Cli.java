package org.throughline.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** All commands. Adding one: write its class in this package and name it in {@link #commands}. */
@Command(
        name = "throughline",
        scope = ScopeType.INHERIT, // --help everywhere
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        description =
                "Finds where a working AI pilot fails to carry through to the organisation, and says what to do first.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, and what was asked to be a failure is there",
            "2:wrong use of the command",
            "3:the input could not be read"
        })
public final class Cli implements Callable<Integer> {

    private final Serve serve;

    private Cli(Serve serve) {
        this.serve = serve;
    }

    /**
     * Runs the command that the arguments name, or serves the web application when they name none.
     *
     * @return the exit code, see {@code --help}
     */
    public static int run(Server server, String... arguments) {
        if (arguments.length > 0 && !arguments[0].equals("serve")) {
            Logging.off();
        }
        Console console = Console.ofProcess();
        return run(server, RuleSource.telling(console), console, arguments);
    }

    static int run(Server server, RuleSource rules, Console console, String... arguments) {
        Failures failures = new Failures(console);
        try {
            return commands(server, rules, console, arguments)
                    .setParameterExceptionHandler((wrong, given) -> failures.wrongUse(wrong))
                    .setExecutionExceptionHandler((thrown, command, parsed) -> failures.failed(thrown))
                    .execute(arguments);
        } catch (Error thrown) { // picocli hands over exceptions only
            return failures.failed(thrown);
        }
    }

    private static CommandLine commands(Server server, RuleSource rules, Console console, String... arguments) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new Serve(server));
        commands.put("advise", () -> new Advise(console, rules));
        commands.put("check", () -> new Check(console, rules));
        commands.put("rules", () -> rules(rules, console));
        commands.put("portfolio", () -> portfolio(rules, console));
        commands.put("csv", () -> new CsvCommand(console));
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(Set.of(arguments[0])); // to read the annotations of all would delay the one
        }
        CommandLine line = new CommandLine(new Cli(new Serve(server)), new Parts(rules));
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        return line.setOut(console.outWriter())
                .setErr(console.err())
                .setUsageHelpWidth(console.screen().width())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(console.screen().colours() ? Ansi.ON : Ansi.OFF));
    }

    /** Those of its commands that are more than a few lines have a class of their own. */
    private static CommandLine rules(RuleSource rules, Console console) {
        return new CommandLine(new RulesCommand(console), new Parts(rules))
                .addSubcommand(new RulesTest(console, rules))
                .addSubcommand(new RulesSaveScenario(console, rules))
                .addSubcommand(new RulesDiff(console, rules))
                .addSubcommand(new RulesSensitivity(console, rules))
                .addSubcommand(new RulesWhy(console, rules));
    }

    private static CommandLine portfolio(RuleSource rules, Console console) {
        return new CommandLine(new PortfolioCommand(console), new Parts(rules))
                .addSubcommand(new PortfolioImport(console, rules))
                .addSubcommand(new PortfolioMark(console, rules))
                .addSubcommand(new PortfolioDelete(console, rules));
    }

    @Override
    public Integer call() {
        return serve.call();
    }

    /** Makes what picocli needs beside the commands. */
    private record Parts(RuleSource rules) implements IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == DataOption.class) {
                return type.cast(new DataOption(rules));
            }
            return type == RuleOptions.class
                    ? type.cast(new RuleOptions(rules))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Cli.class.getPackage().getImplementationVersion(); // null outside the jar
            return new String[] {"Throughline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
