package org.throughline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serves the web application and the API (also without any command).")
final class Serve implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Server server;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "HOST",
            description =
                    "Address to listen on. Default: 127.0.0.1, this machine only, without log-in. On any other one has"
                            + " to log in; the console says how the first one gets in.")
    private @Nullable String address;

    @Option(names = "--data", paramLabel = "DIR", description = "Where portfolios and advice are kept. Default: data.")
    private @Nullable Path data;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "The rules to run. Default: rules in the working directory, else those in the jar. An edit of them"
                            + " goes live by itself once it is checked and tested.")
    private @Nullable Path rules;

    @Option(
            names = "--scenarios",
            paramLabel = "DIR",
            description =
                    "The scenarios that an edit of the rules must pass. Default: scenarios in the working directory.")
    private @Nullable Path scenarios;

    Serve(Server server) {
        this.server = server;
    }

    @Override
    public Integer call() {
        if (port != null && (port < 0 || port > HIGHEST_PORT)) {
            throw new ParameterException(
                    spec.commandLine(), "--port: found %d, expected 0 to %d".formatted(port, HIGHEST_PORT));
        }
        return server.start(properties());
    }

    private List<String> properties() {
        List<String> properties = new ArrayList<>();
        add(properties, "server.port", port);
        add(properties, "server.address", address);
        add(properties, "throughline.data", data);
        add(properties, "throughline.rules", rules);
        add(properties, "throughline.scenarios", scenarios);
        return properties;
    }

    private static void add(List<String> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.add("--" + name + "=" + value);
        }
    }
}
