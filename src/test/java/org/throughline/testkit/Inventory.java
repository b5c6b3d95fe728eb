package org.throughline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of facts, file by file: {@code Inventory.in(folder).with("use_cases.csv", "id,name,stage", "uc-1,Drafting,pilot")}.
 */
public record Inventory(Path folder) {

    public static Inventory in(Path folder) {
        return new Inventory(folder);
    }

    /** Writes a file of these lines. */
    public Inventory with(String file, String... lines) {
        return with(file, String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Inventory with(String file, byte[] content) {
        try {
            Files.write(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
