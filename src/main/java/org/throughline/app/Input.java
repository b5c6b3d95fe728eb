package org.throughline.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.intake.AnnotatedCopy;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakeOptions;
import org.throughline.intake.Upload;

/** Where facts come from. */
public final class Input {

    private final Reader reader;
    private final List<Path> paths;
    private final List<Upload> uploads;

    private Input(Reader reader, List<Path> paths, List<Upload> uploads) {
        this.reader = reader;
        this.paths = paths;
        this.uploads = uploads;
    }

    /** Files, folders and ZIPs, together one portfolio. */
    public static Input of(List<Path> paths) {
        return new Input(options -> Intake.read(paths, options), List.copyOf(paths), List.of());
    }

    /** Files that were sent, together one portfolio. */
    public static Input ofFiles(List<SentFile> files) {
        List<Upload> uploads = files.stream()
                .map(file -> new Upload(file.name(), file.content()::open))
                .toList();
        return new Input(options -> Intake.readUploads(uploads, options), List.of(), uploads);
    }

    /**
     * A portfolio document.
     *
     * @param name what evidence and problems call it
     */
    public static Input ofJson(String name, byte[] document) {
        return new Input(options -> Intake.readJson(name, document, options), List.of(), List.of());
    }

    /** The paths that it is of; none for what was sent. */
    public List<Path> paths() {
        return paths;
    }

    /** The files that were sent; none of paths. */
    public List<SentFile> files() {
        return uploads.stream()
                .map(upload -> new SentFile(upload.name(), upload.content()::open))
                .toList();
    }

    List<AnnotatedCopy> annotated(List<Problem> problems, Function<Problem, String> words, IntakeOptions options) {
        return paths.isEmpty()
                ? AnnotatedCopy.ofUploads(uploads, problems, words, options)
                : AnnotatedCopy.of(paths, problems, words, options);
    }

    Reading read(IntakeOptions options) {
        return reader.read(options);
    }

    /**
     * A file that comes from elsewhere than a path.
     *
     * @param name with its extension, as the sender named it
     */
    public record SentFile(String name, Content content) {}

    /** Opens a file anew; it is looked at before it is read. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    private interface Reader {
        Reading read(IntakeOptions options);
    }
}
