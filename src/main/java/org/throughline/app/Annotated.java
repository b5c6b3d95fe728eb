package org.throughline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.throughline.intake.AnnotatedCopy;

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
     * @throws UncheckedIOException if the file cannot be read again, or the stream not be written
     */
    public void write(OutputStream out) {
        try {
            copy.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
