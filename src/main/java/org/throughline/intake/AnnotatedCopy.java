package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.throughline.facts.Problem;

/** A user's own file with one column more, that says beside each row what is wrong with it. */
public final class AnnotatedCopy {

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
        ProblemList unheard = new ProblemList(); // all was said when the files were read
        Sources sources = new Sources(options.limits(), unheard);
        paths.forEach(sources::add);
        List<AnnotatedCopy> copies = new ArrayList<>();
        for (Source source : sources.sorted()) {
            try {
                add(source, problems, words, options, copies);
            } catch (IOException unreadable) {
                continue; // named as a problem when it was read
            }
        }
        return copies;
    }

    private static void add(
            Source source,
            List<Problem> problems,
            Function<Problem, String> words,
            IntakeOptions options,
            List<AnnotatedCopy> copies)
            throws IOException {
        Source plain = Nature.of(source.head(HEAD)) == Nature.GZIP ? Packed.gunzip(source, options.limits()) : source;
        byte[] head = plain.head(HEAD);
        if (Nature.of(head) == Nature.WORKBOOK) {
            Workbook workbook = new Workbook(plain, options, new ProblemList());
            copies.add(new AnnotatedCopy(
                    plain.name(), true, out -> new AnnotatedWorkbook(plain, workbook, problems, words).write(out)));
        } else if (Nature.of(head) == Nature.TEXT && !Intake.isJson(plain, head)) {
            CsvTable table = CsvTable.open(plain, options, new ProblemList());
            if (table != null) {
                Remarks remarks = Remarks.of(plain.name(), problems, words);
                copies.add(new AnnotatedCopy(plain.name(), false, out -> new AnnotatedCsv(table, remarks).write(out)));
            }
        }
    }

    private static final int HEAD = 4096;
}
