package org.throughline.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file (or a sheet, or a property of a JSON document) as it was read.
 *
 * @param file its name as the user gave it, with folders inside a ZIP
 * @param headers canonical column name to the header the file has for it
 */
public record Sheet(String file, Kind kind, Map<String, String> headers) {

    public Sheet {
        headers = Map.copyOf(headers);
    }

    /** The file's own header of that canonical column, or null where it has none. */
    public @Nullable String header(String attribute) {
        return headers.get(attribute);
    }
}
