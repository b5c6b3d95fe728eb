package org.throughline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Processes of their own, and folders that last as long. */
final class Fresh {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Fresh() {}

    /** What a main class of the benchmark prints; its errors go where ours do. */
    static String output(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", classPath()));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " " + List.of(arguments) + " failed");
        }
        return printed.strip();
    }

    /** The program as users have it, in one jar, in place of its classes in a folder. */
    static String classPath() {
        String own = System.getProperty("java.class.path");
        String classes = Path.of("target", "classes").toAbsolutePath().toString();
        return Files.exists(ColdStart.JAR)
                ? own.replace(classes + File.pathSeparator, ColdStart.JAR + File.pathSeparator)
                : own;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
