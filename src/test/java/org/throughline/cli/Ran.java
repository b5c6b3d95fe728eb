package org.throughline.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.throughline.testkit.SharedRules;

/**
 * A command that has run.
 *
 * @param served the settings that a server was started with, a list for each start
 */
record Ran(int exitCode, String out, String err, List<List<String>> served) {

    static Ran throughline(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<List<String>> served = new ArrayList<>();
        Server server = properties -> {
            served.add(properties);
            return 0;
        };
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = Cli.run(server, SharedRules::read, Console.plain(out, err), words);
        return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), served);
    }
}
