package org.throughline.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.app.Input.SentFile;
import org.throughline.facts.Kind;

/**
 * An organisation that the program carries, so that there is something to see before anybody has sent anything.
 *
 * @param name of its scenario's folder: {@code sales-outreach}
 * @param title of its story
 * @param asOf the day on which its story is told
 */
public record Example(String name, String title, LocalDate asOf, Input input) {

    private static final Pattern AS_OF = Pattern.compile("(?m)^as_of: *(\\S+)");

    /** The article's own organisation. */
    public static Example salesOutreach() {
        return of("sales-outreach");
    }

    /** The article's, one that multiplies use cases, one that scales well. */
    public static List<Example> all() {
        return List.of(salesOutreach(), of("multiplying-use-cases"), of("scales-well"));
    }

    private static Example of(String name) {
        String folder = "/scenarios/" + name + "/";
        String title = text(folder + "README.md").lines().findFirst().orElse("").replaceFirst("^#+ *", "");
        Matcher asOf = AS_OF.matcher(text(folder + "expected.yaml"));
        if (!asOf.find()) {
            throw new IllegalStateException(folder + "expected.yaml has no as_of");
        }
        return new Example(name, title, LocalDate.parse(asOf.group(1)), Input.ofFiles(facts(folder + "facts/")));
    }

    private static List<SentFile> facts(String folder) {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.table() + ".csv")
                .filter(name -> Example.class.getResource(folder + name) != null)
                .map(name -> new SentFile(name, () -> open(folder + name)))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Example.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the class path: the build puts it there");
        }
        return in;
    }
}
