package org.throughline.report;

import com.samskivert.mustache.Escapers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;

/**
 * Advice as one HTML file that needs nothing else: styles, scripts and data are inside, and its own policy forbids it to load anything or
 * to run any script but those two. Without scripts it shows tables in place of pictures.
 */
public final class AdviceHtml {

    private static final String CHARTS = "/static/vendor/echarts.min.js";

    private AdviceHtml() {}

    /** In UTF-8; flushes the stream and leaves it open. The portfolio is the one that the advice is about. */
    public static void write(Advice advice, Portfolio portfolio, OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            Templates.compile("advice.html.mustache", Escapers.HTML).execute(File.of(advice, portfolio), writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the template reads; scripts only where there are pictures. */
    record File(Document document, Pictures pictures, String css, String library, String script, String policy) {

        private static File of(Advice advice, Portfolio portfolio) {
            Pictures pictures = Pictures.of(advice, portfolio);
            String library = pictures.any() ? Templates.text(CHARTS).replace("</script", "<\\/script") : "";
            String script = pictures.any() ? Templates.text("advice.js") : "";
            return new File(
                    Document.of(advice, Integer.MAX_VALUE),
                    pictures,
                    Templates.text("advice.css"),
                    library,
                    script,
                    policy(library, script));
        }

        private static String policy(String library, String script) {
            return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
                    + (script.isEmpty() ? "'none'" : digest(library) + " " + digest(script));
        }

        private static String digest(String script) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
                return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
