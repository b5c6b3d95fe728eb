package org.throughline.rulebook;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts in files. */
record FolderShelf(Path folder) implements Shelf {

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public @Nullable String find(String name) throws IOException {
        try {
            return Files.readString(folder.resolve(name));
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    @Override
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private interface Placing {
        void place(Path part, Path file) throws IOException;
    }

    private void write(String name, String text, Placing placing) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(folder, "part", ".tmp");
        try {
            Files.writeString(part, text);
            placing.place(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public void put(String name, String text) throws IOException {
        write(
                name,
                text,
                (part, file) ->
                        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE));
    }

    @Override
    public boolean putNew(String name, String text) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            return false;
        }
        try {
            write(name, text, FolderShelf::placeNew);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    private static void placeNew(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part); // a move would take the place of what another process wrote meanwhile
        } catch (UnsupportedOperationException noLinks) {
            Files.move(part, file);
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }
}
