package org.throughline.cli;

import java.io.OutputStream;
import java.util.Locale;
import org.throughline.app.Answer;
import org.throughline.report.AdviceCsv;
import org.throughline.report.AdviceHtml;
import org.throughline.report.AdviceJson;
import org.throughline.report.AdviceMarkdown;
import org.throughline.report.AdviceText;
import org.throughline.report.Screen;

/** The forms of advice. */
enum Format {
    TEXT {
        @Override
        void write(Answer answer, Screen screen, int top, OutputStream out) {
            Output.text(out, writer -> AdviceText.write(answer.advice(), top, screen, writer));
        }
    },
    JSON {
        @Override
        void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceJson.write(answer.advice().first(top), out);
        }
    },
    MARKDOWN {
        @Override
        void write(Answer answer, Screen screen, int top, OutputStream out) {
            Output.text(out, writer -> AdviceMarkdown.write(answer.advice().first(top), writer));
        }
    },
    HTML {
        @Override
        void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceHtml.write(answer.advice().first(top), answer.portfolio(), out);
        }
    },
    CSV {
        @Override
        void write(Answer answer, Screen screen, int top, OutputStream out) {
            AdviceCsv.write(answer.advice().first(top), out);
        }
    };

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Recommendations unless told otherwise: what fits a screen, or all. */
    int top() {
        return this == TEXT ? AdviceText.TOP : Integer.MAX_VALUE;
    }

    /**
     * Writes the answer in UTF-8, flushes the stream and leaves it open.
     *
     * @param screen what text is laid out for
     * @param top how many recommendations, at most
     */
    abstract void write(Answer answer, Screen screen, int top, OutputStream out);
}
