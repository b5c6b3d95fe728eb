package org.throughline.app;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.throughline.intake.AnnotatedCopy;
import org.throughline.intake.csv.LineTooLong;

/** A user's own file with one column more, that says beside each row what is wrong with it. */
public final class Annotated {

    private final AnnotatedCopy copy;

    Annotated(AnnotatedCopy copy) {
        this.copy = copy;
    }

    /** As the user named the file, with folders; of a packed file the one inside. */
    public String name() {
        return copy.name();
    }

    /** An Excel workbook, else CSV. */
    public boolean isWorkbook() {
        return copy.isWorkbook();
    }

    /**
     * Leaves the stream open.
     *
     * @throws UnusableException if the file cannot be read to its end
     * @throws UncheckedIOException if the stream cannot be written
     */
    public void write(OutputStream out) {
        try {
            copy.write(out);
        } catch (LineTooLong | EOFException | ZipException cutOff) {
            throw UnusableException.of(
                    name(),
                    "A file that cannot be read to its end.",
                    "A file that is whole.",
                    "Mend or export it again; there is no annotated copy of it.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
