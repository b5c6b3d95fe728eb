package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.throughline.facts.Reading;

/** Whatever comes: no exception but problems, and an end. */
class MutationTest {

    private static final String[] PIECES = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "'",
        "\\",
        "\u00a0",
        "\u200b",
        "=",
        "n/a",
        "?",
        "-",
        "01/02/2026",
        "PT",
        "9e99",
        "[",
        "{",
        "}",
        "null",
        "<html",
        "PK\3\4",
        "\u001f\u008b",
        "\ufeff",
        "𝄞",
        "Total",
        "uc-1",
        "use_cases"
    };
    private static final int ROUNDS = Integer.getInteger("intake.mutations", 3000);

    @Test
    void mutatedFilesAreReadOrRefused() throws IOException {
        List<byte[]> seeds = seeds();
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = mutated(seeds.get(random.nextInt(seeds.size())), random);
            String name = random.nextInt(8) == 0 ? "x.json" : random.nextInt(8) == 0 ? "export.csv" : "use_cases.csv";
            Reading reading = assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> Given.bytes(name, bytes).read(), "seed " + seed + " takes too long");
            assertThat(reading.portfolio() != null || !reading.problems().isEmpty())
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/intake/nasty"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length < 10_000) {
                    seeds.add(bytes);
                }
            }
        }
        seeds.add(WorkbookTest.workbook("", "Use Cases", "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>"));
        return seeds;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 ->
                    bytes = spliced(
                            bytes,
                            at,
                            at,
                            PIECES[random.nextInt(PIECES.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                case 1 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
                case 2 ->
                    bytes = spliced(
                            bytes,
                            at,
                            at,
                            java.util.Arrays.copyOfRange(bytes, 0, Math.min(bytes.length, random.nextInt(200))));
                default -> {
                    if (bytes.length > 0) {
                        bytes[at] = (byte) random.nextInt(256);
                    }
                }
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] out = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(piece, 0, out, from, piece.length);
        System.arraycopy(bytes, to, out, from + piece.length, bytes.length - to);
        return out;
    }
}
