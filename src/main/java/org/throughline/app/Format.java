package org.throughline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.throughline.report.AdviceCsv;
import org.throughline.report.AdviceHtml;
import org.throughline.report.AdviceJson;
import org.throughline.report.AdviceMarkdown;
import org.throughline.report.AdviceText;
import org.throughline.report.Screen;

/** The forms of advice. */
public enum Format {
    TEXT("txt", "text/plain;charset=UTF-8") {
        @Override
        public void write(Answer answer, Screen screen, int top, OutputStream out) {
            text(out, writer -> AdviceText.write(answer.advice(), top, screen, writer));
        }
    },
    JSON("json", "application/json") {
        @Override
        public void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceJson.write(answer.advice().first(top), out);
        }
    },
    MARKDOWN("md", "text/markdown;charset=UTF-8") {
        @Override
        public void write(Answer answer, Screen screen, int top, OutputStream out) {
            text(out, writer -> AdviceMarkdown.write(answer.advice().first(top), writer));
        }
    },
    HTML("html", "text/html;charset=UTF-8") {
        @Override
        public void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceHtml.write(answer.advice().first(top), answer.portfolio(), out);
        }
    },
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceCsv.write(answer.advice().first(top), out);
        }
    };

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Without its point. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Recommendations unless told otherwise: what fits a screen, or all. */
    public int top() {
        return this == TEXT ? AdviceText.TOP : Integer.MAX_VALUE;
    }

    /**
     * Writes the answer in UTF-8, flushes the stream and leaves it open.
     *
     * @param screen what text is laid out for
     * @param top how many recommendations, at most
     */
    public abstract void write(Answer answer, Screen screen, int top, OutputStream out);

    private static void text(OutputStream out, Consumer<Writer> content) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.accept(writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
