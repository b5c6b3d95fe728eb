package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/** A user's own file with one column more, that says beside each row what is wrong with it. */
public final class AnnotatedCopy {

    /** What a file is shows in its first bytes. */
    private static final int HEAD = 4096;

    /** Writes the copy. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final String name;
    private final boolean workbook;
    private final Content content;

    private AnnotatedCopy(String name, boolean workbook, Content content) {
        this.name = name;
        this.workbook = workbook;
        this.content = content;
    }

    /** As the user named the file, with folders; of a packed file the one inside. */
    public String name() {
        return name;
    }

    /** An Excel workbook, else CSV. */
    public boolean isWorkbook() {
        return workbook;
    }

    /** Leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        content.write(out);
    }

    /**
     * A copy of each CSV file and workbook that could be opened; other files have no rows to write beside.
     *
     * @param problems those that reading the same paths gave
     * @param words how a problem is put beside its row
     */
    public static List<AnnotatedCopy> of(
            List<Path> paths, List<Problem> problems, Function<Problem, String> words, IntakeOptions options) {
        Sources sources = sources(options);
        paths.forEach(sources::add);
        return of(sources, problems, words, options);
    }

    /** The same of files that were sent. */
    public static List<AnnotatedCopy> ofUploads(
            List<Upload> uploads, List<Problem> problems, Function<Problem, String> words, IntakeOptions options) {
        Sources sources = sources(options);
        uploads.forEach(upload -> sources.add(Source.of(upload), true));
        return of(sources, problems, words, options);
    }

    private static Sources sources(IntakeOptions options) {
        return new Sources(options.limits(), new ProblemList()); // all was said when the files were read
    }

    private static List<AnnotatedCopy> of(
            Sources sources, List<Problem> problems, Function<Problem, String> words, IntakeOptions options) {
        List<AnnotatedCopy> copies = new ArrayList<>();
        for (Source source : sources.sorted()) {
            try {
                AnnotatedCopy copy = of(source, problems, words, options);
                if (copy != null) {
                    copies.add(copy);
                }
            } catch (IOException unreadable) {
                continue; // named as a problem when it was read
            }
        }
        return copies;
    }

    private static @Nullable AnnotatedCopy of(
            Source source, List<Problem> problems, Function<Problem, String> words, IntakeOptions options)
            throws IOException {
        boolean packed = Nature.of(source.head(HEAD)) == Nature.GZIP;
        Source plain = packed ? Packed.gunzip(source, options.limits()) : source;
        byte[] head = plain.head(HEAD);
        if (Nature.of(head) == Nature.WORKBOOK) {
            List<SheetTable> sheets = new Workbook(plain, options, new ProblemList()).sheets();
            AnnotatedWorkbook copy = new AnnotatedWorkbook(plain, sheets, problems, words);
            return new AnnotatedCopy(plain.name(), true, copy::write);
        }
        boolean csv = Nature.of(head) == Nature.TEXT && !Intake.isJson(plain, head);
        CsvTable table = csv ? CsvTable.open(plain, options, new ProblemList()) : null;
        if (table == null) {
            return null;
        }
        AnnotatedCsv copy = new AnnotatedCsv(table, Remarks.of(plain.name(), problems, words));
        return new AnnotatedCopy(plain.name(), false, copy::write);
    }
}
