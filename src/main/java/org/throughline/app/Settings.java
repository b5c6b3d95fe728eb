package org.throughline.app;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.intake.Limits;
import org.throughline.rulebook.EditedRules;
import org.throughline.rulebook.cache.CacheFolder;

/** What is set for the whole process, as system properties: {@code java -Dthroughline.limit.columns=20000 -jar throughline.jar ...} */
final class Settings {

    private static final String CACHE = "throughline.cache";
    private static final String BOOKS = "throughline.books";
    private static final String OFF = "off";

    /** Some two thousand rule files. */
    private static final long CACHE_ROOM = 64L << 20;

    private Settings() {}

    private static final class Compiled {
        static final EditedRules HERE = new EditedRules(cache());
    }

    /** What compiles edited rules, with a cache in a folder of the user's own unless that is switched off. */
    static EditedRules edited() {
        return Compiled.HERE;
    }

    private static CacheFolder cache() {
        Path folder = folder(CACHE, "XDG_CACHE_HOME", ".cache");
        return folder == null ? CacheFolder.NONE : CacheFolder.in(folder, CACHE_ROOM);
    }

    /** Where the rules of given advice are kept, or null where they are not to be. */
    static @Nullable Path books() {
        Path folder = folder(BOOKS, "XDG_DATA_HOME", ".local/share");
        return folder == null || System.getProperty(BOOKS) != null ? folder : folder.resolve("books");
    }

    /** Where a server keeps its data: the folder that was named, or {@code data} where it was started. */
    static Path data(@Nullable Path named) {
        return named == null ? Path.of("data") : named;
    }

    /** @param variable of the environment, that holds the folder for all programs' files of this kind */
    private static @Nullable Path folder(String property, String variable, String inHome) {
        String told = System.getProperty(property);
        if (told != null && !told.isBlank()) {
            return told.equals(OFF) ? null : Path.of(told);
        }
        String shared = System.getenv(variable);
        boolean usable = shared != null && Path.of(shared).isAbsolute(); // others are to be ignored, says the standard
        Path base = usable ? Path.of(shared) : Path.of(System.getProperty("user.home"), inHome);
        return base.resolve("throughline");
    }

    /** @throws WrongUseException if one of them is no number that can be a limit */
    static Limits limits() {
        try {
            return Limits.of(System::getProperty);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUseException(List.of(UnusableException.problem(
                    "a setting (java -D...)",
                    String.valueOf(wrong.getMessage()),
                    "A whole number, such as 20000.",
                    "Correct the setting, or leave it out for the default.")));
        }
    }
}
