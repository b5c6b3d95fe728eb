package org.throughline.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.intake.csv.Dialect;
import org.throughline.intake.csv.Normaliser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CSV files as the reader understands them, written as plain RFC 4180. */
public final class CsvFiles {

    private static final JsonMapper JSON = new JsonMapper();

    /** What a file is shows in so many bytes. */
    private static final int HEAD = 4096;

    private CsvFiles() {}

    /**
     * The dialect that a file of JSON tells: {@code {"delimiter": ";", "quotechar": "'", "escapechar": "\\\\"}}, each optional.
     *
     * @throws IOException if it cannot be read, or is no JSON
     */
    public static Dialect dialect(Path file) throws IOException {
        try {
            JsonNode told = JSON.readTree(Files.readString(file));
            String delimiter = told.path("delimiter").asString(",");
            char quote = first(told.path("quotechar").asString("\""), '"');
            char escape = first(told.path("escapechar").asString(""), Dialect.DOUBLED);
            boolean padded = delimiter.length() > 1 && delimiter.endsWith(" ");
            return new Dialect(first(delimiter, ','), quote, escape == quote ? Dialect.DOUBLED : escape, padded);
        } catch (JacksonException malformed) {
            throw new IOException("no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static char first(String text, char otherwise) {
        return text.isEmpty() ? otherwise : text.charAt(0);
    }

    /**
     * Writes one file's table; answers what was not as it should be, a sentence each.
     *
     * @throws NoCsvException if it is a picture, a workbook or the like
     */
    public static List<String> normalise(Path file, @Nullable Dialect told, Limits limits, Appendable out)
            throws IOException {
        Source source = new Source(file.toString(), () -> Files.newInputStream(file)).limited(limits);
        Nature nature = Nature.of(source.head(HEAD));
        if (nature == Nature.GZIP) {
            source = Packed.gunzip(source, limits);
            nature = Nature.of(source.head(HEAD));
        }
        if (nature == Nature.WORKBOOK) {
            throw new NoCsvException(
                    "An Excel workbook, not a CSV file.",
                    "Save the sheet as CSV; check and advise read the workbook itself.");
        }
        if (nature.found != null && nature != Nature.EMPTY) {
            throw new NoCsvException(nature.found, nature.fix);
        }
        return Normaliser.normalise(source::open, told, limits.lineCharacters(), out);
    }

    /** Writes all files of a folder, each as {@code NAME_converted.csv}; answers what was not as it should be, by file. */
    public static List<String> normaliseAll(Path folder, @Nullable Dialect told, Limits limits, Path into)
            throws IOException {
        Files.createDirectories(into);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> remarks = new ArrayList<>();
        for (Path file : files) {
            StringBuilder text = new StringBuilder();
            try {
                normalise(file, told, limits, text).forEach(remark -> remarks.add(file.getFileName() + ", " + remark));
            } catch (NoCsvException other) {
                remarks.add(file.getFileName() + ": " + other.found() + " " + other.fix() + " It was left aside.");
                continue;
            }
            Files.writeString(into.resolve(file.getFileName() + "_converted.csv"), text, StandardCharsets.UTF_8);
        }
        return remarks;
    }
}
