package org.throughline.rulebook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.throughline.facts.Problem;

/** Run by the build: compiles {@code rules/} once, so that no start of the program has to. */
public final class CompileShippedRules {

    private CompileShippedRules() {}

    /**
     * @param args the rules folder, the file to write, and the one for the same with the limits of a run
     * @throws IOException if the rules cannot be read or the file not be written
     */
    public static void main(String[] args) throws IOException {
        RuleFiles files = RuleFiles.read(Path.of(args[0]));
        Path target = Path.of(args[1]);
        Path watched = Path.of(args[2]);
        if (isUpToDate(files, target) && isUpToDate(files, watched)) {
            return;
        }
        try {
            Inspection.requireSound(files);
            ShippedRules shipped = ShippedRules.compile(files);
            write(shipped, target);
            write(shipped.watched(), watched);
        } catch (RuleBookException e) {
            for (Problem problem : e.problems()) {
                System.err.println(problem.file() + ":" + problem.row() + " " + problem.found());
            }
            throw new IllegalStateException(e.problems().size() + " error(s) in the rules, listed above");
        }
    }

    private static void write(ShippedRules rules, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            rules.write(out);
        }
    }

    private static boolean isReadable(Path target) throws IOException {
        try (var in = Files.newInputStream(target)) {
            return ShippedRules.isReadable(in);
        }
    }

    /** The same rules, and no class newer than what was compiled against them. */
    private static boolean isUpToDate(RuleFiles files, Path target) throws IOException {
        if (!Files.exists(target) || !isReadable(target)) {
            return false;
        }
        FileTime compiled = Files.getLastModifiedTime(target);
        try (Stream<Path> classes = Files.walk(target.toAbsolutePath().getParent())) {
            for (Path file :
                    (Iterable<Path>) classes.filter(path -> path.toString().endsWith(".class"))::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(compiled) > 0) {
                    return false;
                }
            }
        }
        try (var in = Files.newInputStream(target)) {
            return ShippedRules.readFiles(in).equals(files);
        }
    }
}
