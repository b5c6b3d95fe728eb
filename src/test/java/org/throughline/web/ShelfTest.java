package org.throughline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.app.Input;
import org.throughline.app.Request;

/** How many files are kept for how long, and who has to give way to whom. */
class ShelfTest {

    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void forgetsWhatNobodyLookedAtForFourHoursFilesIncluded() throws Exception {
        Shelf shelf = new Shelf(5, 100 * MEGABYTE);
        Workspace mine = put(shelf, "mine", 1, NOON);

        assertThat(shelf.find("mine", NOON.plus(Duration.ofHours(4)))).isSameAs(mine);
        assertThat(shelf.find("mine", NOON.plus(Duration.ofHours(8)))).isSameAs(mine);
        assertThat(shelf.find("mine", NOON.plus(Duration.ofHours(12)).plusSeconds(1)))
                .isNull();
        assertThat(folder.resolve("mine")).doesNotExist();
    }

    @Test
    void givesThePlaceOfWhatRestsToWhoeverComes() throws Exception {
        Shelf shelf = new Shelf(2, 100 * MEGABYTE);
        put(shelf, "rests", 1, NOON);
        put(shelf, "rests-less", 1, NOON.plusSeconds(30));

        shelf.makeRoom(MEGABYTE, NOON.plus(Shelf.RESTING).plusSeconds(40));

        assertThat(folder.resolve("rests")).doesNotExist();
        assertThat(folder.resolve("rests-less")).exists();
    }

    @Test
    void takesNothingFromThoseWhoLookAtTheirFiles() throws Exception {
        Shelf shelf = new Shelf(24, 100 * MEGABYTE);
        put(shelf, "looked-at", 80, NOON);

        assertThatThrownBy(() -> shelf.makeRoom(30 * MEGABYTE, NOON.plusSeconds(60)))
                .hasMessage(
                        "Others look at their files just now, and the memory has no room for more: 1 of 24 places are"
                                + " taken, with 80 MB of 100 MB. Try again in 10 minutes; files that you need no more can"
                                + " be forgotten on their page \"How it was read\".");
        assertThat(folder.resolve("looked-at")).exists();
    }

    @Test
    void saysThatFilesAreTooLargeForItsMemory() {
        Shelf shelf = new Shelf(24, 100 * MEGABYTE);

        assertThatThrownBy(() -> shelf.makeRoom(150 * MEGABYTE, NOON))
                .hasMessage(
                        "Your files have 150 MB, and this server's memory has room for 100 MB. Start it with more (java"
                                + " -Xmx8g -jar ...), or read them with the command line.");
    }

    private Workspace put(Shelf shelf, String key, int megabytes, Instant used) throws Exception {
        Workspace it = new Workspace(
                key,
                key,
                Files.createDirectory(folder.resolve(key)),
                Input.ofFiles(List.of()),
                megabytes * MEGABYTE,
                new Progress(0),
                Request.asOf(LocalDate.of(2026, 6, 30)),
                used);
        shelf.put(it);
        return it;
    }
}
