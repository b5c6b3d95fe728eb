package org.throughline.rulebook;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;

/**
 * Which program this is, so that what one has compiled is never run by another: all its classes, those of Drools among them, and the Java
 * that runs it.
 */
final class Program {

    private static final List<Class<?>> PARTS =
            List.of(Program.class, ExecutableModelProject.class, Model.class, KieBaseBuilder.class, KieServices.class);

    private Program() {}

    private static final class Holder {
        static final @Nullable String DIGEST = work();
    }

    /** Null where its classes cannot be found. */
    static @Nullable String digest() {
        return Holder.DIGEST;
    }

    private static @Nullable String work() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, Runtime.version().toString());
            for (Path place : places()) {
                if (Files.isDirectory(place)) {
                    folder(sha, place);
                } else {
                    jar(sha, place);
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException | URISyntaxException | NoSuchAlgorithmException | RuntimeException e) {
            return null;
        }
    }

    private static Set<Path> places() throws URISyntaxException {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> part : PARTS) {
            CodeSource source = part.getProtectionDomain().getCodeSource();
            places.add(Path.of(source.getLocation().toURI()));
        }
        return places;
    }

    /** Its listing has a sum of each class: nothing has to be unpacked. */
    private static void jar(MessageDigest sha, Path place) throws IOException {
        try (ZipFile jar = new ZipFile(place.toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    add(sha, entry.getName() + " " + entry.getSize() + " " + entry.getCrc());
                }
            }
        }
    }

    private static void folder(MessageDigest sha, Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : (Iterable<Path>)
                    files.filter(it -> it.toString().endsWith(".class")).sorted()::iterator) {
                add(sha, place.relativize(file).toString());
                sha.update(Files.readAllBytes(file));
            }
        }
    }

    private static void add(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) '\n');
    }
}
