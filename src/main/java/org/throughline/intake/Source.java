package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that can be opened as often as needed.
 *
 * @param name as the user named it, with folders, separated by {@code /}
 */
record Source(String name, Upload.Content content) {

    InputStream open() throws IOException {
        return content.open();
    }

    /** The first bytes: what a file is can be seen in them. */
    byte[] head(int bytes) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(bytes);
        }
    }

    /** In lower case with its point, or nothing. */
    String extension() {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.indexOf('/', dot) > 0 ? "" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
    }

    boolean isHidden() {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }
}
