package org.throughline.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where texts are kept by their names: a folder, or what several processes share. Each text is there as a whole or not at all. May be shared
 * by threads.
 */
public interface Shelf {

    /** A folder, made with the first text: a name is a path in it. */
    static Shelf in(Path folder) {
        return new FolderShelf(folder);
    }

    /** What people call it. */
    String place();

    /** The text, or null where there is none of that name. */
    @Nullable
    String find(String name) throws IOException;

    /** Of all texts, sorted; those with a slash in their name are left out. */
    List<String> names() throws IOException;

    /** Keeps a text, in place of what was there. */
    void put(String name, String text) throws IOException;

    /** Keeps a text where there is none of that name; false where somebody was first. */
    boolean putNew(String name, String text) throws IOException;

    /** Takes a text away, if it is there. */
    void remove(String name) throws IOException;
}
