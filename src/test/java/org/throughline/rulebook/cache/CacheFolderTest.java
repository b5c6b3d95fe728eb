package org.throughline.rulebook.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.facts.Problem;

/** What was compiled is code: it is taken from a folder only where nobody else could have put it. */
class CacheFolderTest {

    private static final byte[] BLOCK = {1, 2, 3};

    @TempDir
    private Path home;

    private final List<Problem> told = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void onASystemWithPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        folder = home.resolve("cache/throughline");
    }

    @Test
    void givesBackWhatWasPut() {
        CacheFolder cache = cache();
        cache.put("a1", BLOCK, told::add);

        assertThat(cache().get("a1", told::add)).isEqualTo(BLOCK);
        assertThat(cache.get("b2", told::add)).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void makesAFolderForItsOwnerAlone() throws IOException {
        cache().put("a1", BLOCK, told::add);

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a1.rules"))).isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .hasToString(folder.resolve("a1.rules").toString());
        }
    }

    @Test
    void refusesAFolderThatOthersCanWrite() throws IOException {
        cache().put("a1", BLOCK, told::add);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        CacheFolder open = cache();

        assertThat(open.get("a1", told::add)).isNull();
        open.put("b2", BLOCK, told::add);

        assertThat(folder.resolve("b2.rules")).doesNotExist();
        assertThat(told)
                .containsExactly(new Problem(
                        Problem.Severity.WARNING,
                        folder.toString(),
                        null,
                        null,
                        null,
                        "Others can write it: rwxrwx---.",
                        "A folder that belongs to whoever runs this program, and that nobody else can write.",
                        "Make it yours alone (chmod 700), or name another: -Dthroughline.cache=DIR.",
                        null));
    }

    @Test
    void refusesABlockThatOthersCanWrite() throws IOException {
        cache().put("a1", BLOCK, told::add);
        Path file = folder.resolve("a1.rules");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path real = folder.toRealPath();

        assertThat(cache().get("a1", told::add)).isNull();

        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(real.resolve("a1.rules").toString());
            assertThat(problem.found()).isEqualTo("Others can write it: rw-rw-rw-.");
            assertThat(problem.expected()).isEqualTo("What this program wrote there.");
            assertThat(problem.fix()).isEqualTo("Nothing: it is compiled and written anew.");
        });
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesALinkToElsewhere() throws IOException {
        cache().put("a1", BLOCK, told::add);
        Path elsewhere = Files.move(folder.resolve("a1.rules"), home.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("a1.rules"), elsewhere);

        assertThat(cache().get("a1", told::add)).isNull();
        assertThat(told).extracting(Problem::found).containsExactly("It is a link.");
    }

    @Test
    void refusesABlockThatIsDamaged() throws IOException {
        cache().put("a1", BLOCK, told::add);
        Path file = folder.resolve("a1.rules");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);

        assertThat(cache().get("a1", told::add)).isNull();
        assertThat(told).extracting(Problem::found).containsExactly("It is damaged.");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesABlockThatIsCutOff() throws IOException {
        cache().put("a1", BLOCK, told::add);
        Files.write(folder.resolve("a1.rules"), new byte[5]);

        assertThat(cache().get("a1", told::add)).isNull();
        assertThat(told).extracting(Problem::found).containsExactly("It is damaged.");
    }

    @Test
    void saysOnceThatAFolderCannotBeMade() throws IOException {
        Files.writeString(home.resolve("cache"), "a file");
        CacheFolder cache = cache();

        cache.put("a1", BLOCK, told::add);

        assertThat(cache.get("a1", told::add)).isNull();
        assertThat(told)
                .extracting(Problem::found, Problem::fix)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "It cannot be made or written.",
                        "Name a folder that can be: -Dthroughline.cache=DIR; -Dthroughline.cache=off does without."));
    }

    @Test
    void letsTheOldestGo() throws IOException {
        CacheFolder cache = CacheFolder.in(folder, 3 * (BLOCK.length + 32));
        for (int i = 1; i <= 3; i++) {
            cache.put("a" + i, BLOCK, told::add);
            Files.setLastModifiedTime(folder.resolve("a" + i + ".rules"), FileTime.fromMillis(i * 1_000L));
        }

        cache.put("a4", BLOCK, told::add);

        assertThat(cache.get("a1", told::add)).isNull();
        assertThat(cache.get("a2", told::add)).isNotNull();
        assertThat(cache.get("a4", told::add)).isNotNull();
    }

    @Test
    void keepsNothingWhereItIsSwitchedOff() {
        CacheFolder.NONE.put("a1", BLOCK, told::add);

        assertThat(CacheFolder.NONE.get("a1", told::add)).isNull();
        assertThat(told).isEmpty();
    }

    private CacheFolder cache() {
        return CacheFolder.in(folder, 1 << 20);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
