package org.throughline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.intake.CsvFiles;
import org.throughline.intake.NoCsvException;
import org.throughline.intake.csv.Dialect;

/** CSV files as import reads them, written anew in the plainest form. */
public final class Csv {

    private final @Nullable Dialect told;

    private Csv(@Nullable Dialect told) {
        this.told = told;
    }

    /**
     * How files are written is found out from each, unless it is told.
     *
     * @param dialect a file of JSON with delimiter, quotechar and escapechar, or null
     * @throws UnusableException if that file cannot be read
     */
    public static Csv of(@Nullable Path dialect) {
        try {
            return new Csv(dialect == null ? null : CsvFiles.dialect(dialect));
        } catch (IOException e) {
            throw unreadable(
                    String.valueOf(dialect),
                    "A dialect as JSON, such as {\"delimiter\": \";\", \"quotechar\": \"'\"}.");
        }
    }

    /**
     * Writes one file's table.
     *
     * @return what was not as it should be, a sentence each
     * @throws UnusableException if it cannot be read
     */
    public List<String> normalise(Path file, Appendable out) {
        try {
            return CsvFiles.normalise(file, told, Settings.limits(), out);
        } catch (NoCsvException other) {
            throw UnusableException.of(file.toString(), other.found(), "A table as CSV.", other.fix());
        } catch (IOException e) {
            throw unreadable(file.toString(), "A CSV file that may be read.");
        }
    }

    /**
     * Writes all files of a folder into another, each as {@code NAME_converted.csv}.
     *
     * @return what was not as it should be, a sentence each
     * @throws UnusableException if one cannot be read or written
     */
    public List<String> normaliseAll(Path folder, Path into) {
        try {
            return CsvFiles.normaliseAll(folder, told, Settings.limits(), into);
        } catch (IOException e) {
            throw unreadable(folder.toString(), "A folder of CSV files that may be read, and one that may be written.");
        }
    }

    private static UnusableException unreadable(String path, String expected) {
        return UnusableException.of(
                path, "It cannot be read or written.", expected, "Check the path and who may read it.");
    }
}
