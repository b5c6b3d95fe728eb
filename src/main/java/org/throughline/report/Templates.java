package org.throughline.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** The templates and what they include, from beside this class or from the root of the class path. */
final class Templates {

    private Templates() {}

    /** Everything between two braces is escaped so; what is missing in the document is an error, not a gap. */
    static Template compile(String name, Mustache.Escaper escaper) {
        return Mustache.compiler()
                .withEscaper(escaper)
                .emptyStringIsFalse(true)
                .withFormatter(Templates::shown)
                .withLoader(part -> new StringReader(text(part + ".html.mustache")))
                .compile(text(name));
    }

    /** To tell whether a section is empty every value is formatted, the whole document too: only what can be shown is spelt out. */
    private static String shown(Object value) {
        return value instanceof Record || value instanceof Collection ? "(more)" : value.toString();
    }

    /** A resource as text, its lines ended by LF: browsers read them so, and the policy's digests must agree with them. */
    static String text(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        name + " is not on the class path: the build puts it there (mvn process-resources)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
