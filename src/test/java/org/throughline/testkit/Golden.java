package org.throughline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Expected texts as files that a person can read, under {@code src/test/resources/report}. */
public final class Golden {

    private Golden() {}

    /** On failure the assertion shows both; a change that is meant is made in the file by hand. */
    public static void assertSame(String actual, String file) {
        assertThat(actual).as("should be what report/%s says", file).isEqualTo(read(file));
    }

    private static String read(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/report/" + file)) {
            return in == null ? "(no such file)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
