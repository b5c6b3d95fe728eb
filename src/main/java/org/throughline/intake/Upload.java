package org.throughline.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file that comes from elsewhere than a path.
 *
 * @param name as the user named it, with its extension
 * @param content opened more than once: a file is looked at before it is read
 */
public record Upload(String name, Content content) {

    /** Opens the file anew. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public static Upload of(String name, byte[] bytes) {
        return new Upload(name, () -> new ByteArrayInputStream(bytes));
    }
}
