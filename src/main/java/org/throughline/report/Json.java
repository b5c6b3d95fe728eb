package org.throughline.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON as it goes, so that a document of any length takes no memory: keys in the order of the calls, two blanks of indentation, LF
 * on every system, numbers without exponent or trailing zeros, null written out. The same calls give the same bytes.
 */
final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** A document with one object; flushes the stream and leaves it open. */
    static void write(OutputStream stream, Consumer<Json> content) {
        write(stream, new Indented(), json -> json.object(content));
    }

    /** The same as a string. */
    static String text(Consumer<Json> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, content);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A document with one object on one line, for machines only. */
    static String compact(Consumer<Json> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, ObjectWriteContext.empty(), json -> json.object(content));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(OutputStream stream, ObjectWriteContext context, Consumer<Json> content) {
        try (JsonGenerator generator = FACTORY.createGenerator(context, stream)) {
            content.accept(new Json(generator));
            if (context instanceof Indented) {
                generator.writeRaw('\n');
            }
        }
    }

    void object(Consumer<Json> content) {
        out.writeStartObject();
        content.accept(this);
        out.writeEndObject();
    }

    void object(String name, Consumer<Json> content) {
        out.writeName(name);
        object(content);
    }

    /** A list with an object for each item. */
    <T> void objects(String name, Collection<T> items, Consumer<T> content) {
        list(name, items, item -> object(json -> content.accept(item)));
    }

    void texts(String name, Collection<String> items) {
        list(name, items, out::writeString);
    }

    <T> void list(String name, Collection<T> items, Consumer<T> write) {
        out.writeArrayPropertyStart(name);
        items.forEach(write);
        out.writeEndArray();
    }

    void text(String name, @Nullable String value) {
        put(name, value);
    }

    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    /** A text, number, flag, date, enumeration or list, as {@link #value} writes it. */
    void put(String name, @Nullable Object value) {
        out.writeName(name);
        value(value);
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(Words.plain(number));
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof LocalDate date) {
            out.writeString(date.toString());
        } else if (value instanceof Enum<?> choice) {
            out.writeString(Words.word(choice));
        } else if (value instanceof Collection<?> items) {
            out.writeStartArray();
            items.forEach(this::value);
            out.writeEndArray();
        } else {
            out.writeString(value.toString());
        }
    }

    /** Two blanks and LF, not what the operating system thinks a line ends with. */
    private static final class Indented extends ObjectWriteContext.Base {

        private static final Separators SEPARATORS = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
