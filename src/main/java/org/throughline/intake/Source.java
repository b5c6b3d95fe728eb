package org.throughline.intake;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that can be opened as often as needed.
 *
 * @param name as the user named it, with folders, separated by {@code /}
 * @param place the folder or archive that it is in, for telling files of one name apart; empty where nobody knows
 */
record Source(String name, Upload.Content content, String place) {

    Source(String name, Upload.Content content) {
        this(name, content, "");
    }

    static Source of(Upload upload) {
        return new Source(upload.name().replace('\\', '/'), upload.content());
    }

    /** The same with its place before its name. */
    Source placed() {
        return place.isEmpty() ? this : new Source(place + "/" + name, content, place);
    }

    /** Another content, such as what is packed in it, from the same place. */
    Source as(String otherName, Upload.Content other) {
        return new Source(otherName, other, place);
    }

    /** The same, as far as the limits let it be read. */
    Source limited(Limits limits) {
        return as(name, () -> new LimitedStream(content.open(), limits));
    }

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
