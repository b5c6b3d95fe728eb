package org.throughline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a result to standard output, or to a file that is replaced at the end or not at all. */
final class Output {

    private static final int BUFFER = 1 << 16;

    private Output() {}

    /**
     * Writes to the file, or to standard output where there is none. A reader that goes away early ({@code | head}) is no error.
     *
     * @throws UncheckedIOException if it cannot be written; the file is then as it was
     */
    static void write(@Nullable Path file, Console console, Consumer<OutputStream> content) {
        try {
            if (file == null) {
                toStandardOutput(console.out(), content);
            } else if (Files.exists(file) && !Files.isRegularFile(file)) { // /dev/null, a named pipe
                fill(Files.newOutputStream(file), content);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text in UTF-8; flushes the stream and leaves it open. */
    static void text(OutputStream out, Consumer<Writer> content) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.accept(writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void toStandardOutput(OutputStream out, Consumer<OutputStream> content) throws IOException {
        try {
            BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
            content.accept(buffered);
            buffered.flush();
        } catch (IOException | RuntimeException e) {
            if (!isBrokenPipe(e)) {
                throw e;
            }
        }
    }

    private static void replace(Path file, Consumer<OutputStream> content) throws IOException {
        if (!Files.isDirectory(file.getParent())) {
            throw new NoSuchFileException(file.toString(), null, "there is no such folder");
        }
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            fill(Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING), content);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void fill(OutputStream stream, Consumer<OutputStream> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(stream, BUFFER)) {
            content.accept(out);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** By its words, for Java has no type for it: Linux and macOS say the first, Windows the second. */
    static boolean isBrokenPipe(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (cause instanceof IOException
                    && (words.contains("Broken pipe") || words.contains("pipe is being closed"))) {
                return true;
            }
        }
        return false;
    }
}
