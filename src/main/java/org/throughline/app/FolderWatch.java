package org.throughline.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks at folders again and again, and says when something in them has changed and come to rest. It looks, and does not wait to be told
 * by the operating system: that works wherever files come from (a mounted volume, a folder that is swapped by its name, a link that is
 * turned), and eighty files take a millisecond.
 */
final class FolderWatch<T> implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    private final List<Path> folders;
    private final Supplier<T> reader;
    private final Consumer<T> changed;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("rules-watch"));

    private Set<String> known;
    private Set<String> last;

    /**
     * Everything that is there now counts as known.
     *
     * @param reader reads what is there; asked anew if that changes while it reads
     * @param changed told what was read, on a thread of its own; throws nothing; one change after the other, and of those in between the newest
     */
    FolderWatch(List<Path> folders, Supplier<T> reader, Consumer<T> changed) {
        this.folders = folders;
        this.reader = reader;
        this.changed = changed;
        this.known = look();
        this.last = known;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::turn, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Editors write a file in several steps: what differs from one look to the next has not come to rest. */
    private void turn() {
        Set<String> now = look();
        boolean rests = now.equals(last);
        last = now;
        if (rests && !now.equals(known)) {
            T read = reader.get();
            if (look().equals(now)) {
                known = now;
                changed.accept(read);
            }
        }
    }

    /** Place, time, size and identity of each file: enough to see a change without reading any. */
    private Set<String> look() {
        Set<String> files = new HashSet<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder.toRealPath(), new Look(files));
            } catch (IOException gone) {
                files.add(folder + " is not there");
            }
        }
        return files;
    }

    private static final class Look extends SimpleFileVisitor<Path> {

        private final Set<String> files;

        Look(Set<String> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            BasicFileAttributes target =
                    attributes.isSymbolicLink() ? Files.readAttributes(file, BasicFileAttributes.class) : attributes;
            files.add(file + " " + target.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + target.size() + " "
                    + target.fileKey());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
