package org.throughline.rulebook.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/** A folder whose files only this process's user could have written. */
final class OwnFolder {

    private static final String EXPECTED =
            "A folder that belongs to whoever runs this program, and that nobody else can write.";

    private final Path folder;
    private final UserPrincipal me;

    private OwnFolder(Path folder, UserPrincipal me) {
        this.folder = folder;
        this.me = me;
    }

    /** Why a folder is not used. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Refused(Path folder, String found, String fix) {
            super(found);
            this.problem = OwnFolder.problem(folder, found, EXPECTED, fix);
        }

        Problem problem() {
            return problem;
        }
    }

    static Problem problem(Path place, String found, String expected, String fix) {
        return new Problem(Problem.Severity.WARNING, place.toString(), null, null, null, found, expected, fix, null);
    }

    /**
     * Makes the folder where it is not there.
     *
     * @throws Refused if others could write to it, or nobody can
     */
    static OwnFolder of(Path folder) throws Refused {
        try {
            create(folder.toAbsolutePath());
            Path real = folder.toRealPath();
            OwnFolder own = new OwnFolder(real, creator(real));
            String found = own.whyNot(real);
            if (found != null) {
                throw new Refused(
                        folder, found, "Make it yours alone (chmod 700), or name another: -Dthroughline.cache=DIR.");
            }
            return own;
        } catch (IOException e) {
            throw new Refused(
                    folder,
                    "It cannot be made or written.",
                    "Name a folder that can be: -Dthroughline.cache=DIR; -Dthroughline.cache=off does without.");
        }
    }

    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        if (isPosix(folder.getParent())) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Whom new files belong to: no name of a user has to be looked up, which a container may not have. */
    private static UserPrincipal creator(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", ".tmp");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    Path path() {
        return folder;
    }

    /** What lets others write a file or folder, or null where nothing does. */
    @Nullable
    String whyNot(Path place) throws IOException {
        if (!isPosix(place)) {
            return Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).equals(me) ? null : "It belongs to somebody else.";
        }
        PosixFileAttributes found = Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            return "It is a link.";
        }
        if (!found.owner().equals(me)) {
            return "It belongs to " + found.owner().getName() + ".";
        }
        Set<PosixFilePermission> open = new TreeSet<>(found.permissions());
        open.retainAll(Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
        return open.isEmpty()
                ? null
                : "Others can write it: " + PosixFilePermissions.toString(found.permissions()) + ".";
    }

    private static boolean isPosix(Path place) {
        return Files.getFileAttributeView(place, PosixFileAttributeView.class) != null;
    }
}
