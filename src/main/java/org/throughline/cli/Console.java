package org.throughline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.report.Screen;

/**
 * What a command writes to. Results and messages are UTF-8 whatever the system's own encoding; colours are for terminals only.
 *
 * @param out for results; an error in writing is thrown, unlike {@code System.out}'s
 * @param err for problems and progress
 * @param screen what results are laid out for
 * @param errScreen what problems are laid out for
 * @param live whether somebody watches {@code err}: only then there is progress
 */
record Console(OutputStream out, PrintWriter err, Screen screen, Screen errScreen, boolean live) {

    private static final int WIDTH = 80;
    private static final int WIDEST = 120;

    /** The streams of this process. */
    static Console ofProcess() {
        boolean outIsTerminal = isTerminal(1);
        boolean errIsTerminal = isTerminal(2);
        Map<String, String> environment = System.getenv();
        return new Console(
                new FileOutputStream(FileDescriptor.out),
                writer(new FileOutputStream(FileDescriptor.err)),
                screen(outIsTerminal, environment),
                screen(errIsTerminal, environment),
                errIsTerminal);
    }

    /** Streams that are no terminal: a file, a pipe, a test. */
    static Console plain(OutputStream out, OutputStream err) {
        return new Console(out, writer(err), Screen.PLAIN, Screen.PLAIN, false);
    }

    /** The same as {@code out}, for help texts. */
    PrintWriter outWriter() {
        return writer(out);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static Screen screen(boolean terminal, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return terminal ? new Screen(width(environment.get("COLUMNS")), wanted) : Screen.PLAIN;
    }

    private static int width(@Nullable String columns) {
        return columns != null && columns.matches("[0-9]{1,4}") ? Math.min(WIDEST, Integer.parseInt(columns)) : WIDTH;
    }

    /** Linux tells of each stream; elsewhere Java tells only whether input and output both are. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.isSymbolicLink(link)) {
            return System.console() != null;
        }
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
