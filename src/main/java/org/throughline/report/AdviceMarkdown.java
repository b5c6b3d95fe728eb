package org.throughline.report;

import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.throughline.advice.Advice;

/** Advice as a document in Markdown (GitHub's): one page for everybody, then the evidence for who wants to check it. */
public final class AdviceMarkdown {

    /** A reader of thousands wants the JSON. */
    private static final int FINDINGS_EACH = 25;

    private AdviceMarkdown() {}

    public static void write(Advice advice, Appendable out) {
        Template template = Templates.compile("advice.md.mustache", Markdown::escape);
        try {
            out.append(template.execute(Document.of(advice, FINDINGS_EACH)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
