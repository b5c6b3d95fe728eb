package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system of four megabytes, where whoever runs the test may make one; else it is skipped. */
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void whatDoesNotFitIsRefusedAndTheRestIsSafe() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "nobody may mount here");
        try {
            fill(disk);
        } finally {
            ran("umount", disk.toString());
        }
    }

    private static void fill(Path disk) {
        int kept = 0;
        try (Store store = Store.open(StoreSettings.in(disk))) {
            Arrivals.create(store);
            StoreException full = null;
            while (full == null) {
                try {
                    Arrivals.keep(store, noise(kept));
                    kept++;
                } catch (StoreException e) {
                    full = e;
                }
            }
            assertThat(full.isFull()).isTrue();
            assertThat(full.found())
                    .isEqualTo("There is no space left; nothing of this change was kept, and all before it is safe.");
            assertThat(store.snapshots(Arrivals.PORTFOLIO)).hasSize(kept);
            assertThatThrownBy(() -> Arrivals.keep(store, noise(999))).isInstanceOf(StoreException.class);
        }
        try (Store again = Store.open(StoreSettings.in(disk))) {
            assertThat(again.snapshots(Arrivals.PORTFOLIO)).hasSize(kept);
            for (int number = 1; number <= kept; number++) {
                assertThat(new String(again.file(Arrivals.PORTFOLIO, number, 0)))
                        .isEqualTo(noise(number - 1));
            }
        }
    }

    /** Text that does not become smaller when it is packed. */
    private static String noise(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
