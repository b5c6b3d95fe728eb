package org.throughline.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Origin;

/**
 * Writes facts and what was derived from them as bytes for another process of the same program. A fact goes once, with its number in the
 * portfolio, to where it is judged; on the way back there is its number alone, so that whatever was derived of it there is about the one
 * fact here. A text, and a record that several refer to, is written once. {@link Unpacker} reads it.
 */
final class Packer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Object, Integer> records = new IdentityHashMap<>();
    private final Map<Fact, Integer> numbers;

    /** @param numbers of the facts in their portfolio */
    Packer(Map<Fact, Integer> numbers) {
        this.numbers = numbers;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Facts by value, for who has none of them. */
    Packer facts(Collection<? extends Fact> facts) {
        try {
            out.writeInt(facts.size());
            for (Fact fact : facts) {
                fact(fact);
            }
            return this;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Records, collections and plain values; facts in them as their numbers. */
    Packer value(@Nullable Object value) {
        try {
            write(value);
            return this;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private void fact(Fact fact) throws IOException {
        Origin origin = fact.origin();
        out.writeByte(fact.factKind().ordinal());
        out.writeInt(numbers.get(fact));
        write(origin.sheet());
        out.writeInt(origin.row());
        out.writeLong(origin.absent());
        out.writeLong(origin.unknown());
        out.writeLong(origin.notApplicable());
        for (Attribute attribute : fact.factKind().attributes()) {
            write(fact.value(attribute.index()));
        }
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            tag(Tag.NULL);
        } else if (value instanceof Fact fact) {
            tag(Tag.FACT);
            out.writeInt(numbers.get(fact));
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Collection<?> many) {
            tag(many instanceof Set<?> ? Tag.SET : Tag.LIST);
            many(many);
        } else if (value instanceof Map<?, ?> map) {
            tag(Tag.MAP);
            many(map.keySet());
            many(map.values());
        } else if (value instanceof Record) {
            shared(value);
        } else {
            plain(value);
        }
    }

    private void plain(Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            tag(Tag.NUMBER);
            text(number.toString());
        } else if (value instanceof LocalDate day) {
            tag(Tag.DAY);
            out.writeInt((int) day.toEpochDay());
        } else if (value instanceof Boolean flag) {
            tag(flag ? Tag.TRUE : Tag.FALSE);
        } else if (value instanceof Integer number) {
            tag(Tag.INT);
            out.writeInt(number);
        } else if (value instanceof Long number) {
            tag(Tag.LONG);
            out.writeLong(number);
        } else if (value instanceof Enum<?> choice) {
            tag(Tag.CHOICE);
            text(choice.getDeclaringClass().getName());
            out.writeByte(choice.ordinal());
        } else {
            throw new IllegalArgumentException(value.getClass().getName()
                    + " cannot be sent to another process: use records of texts, numbers, days, facts and collections");
        }
    }

    private void many(Collection<?> many) throws IOException {
        out.writeInt(many.size());
        for (Object one : many) {
            write(one);
        }
    }

    private void text(String text) throws IOException {
        if (isNew(texts.get(text))) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            tag(Tag.TEXT);
            out.writeInt(utf8.length);
            out.write(utf8);
            texts.put(text, texts.size() + records.size());
        }
    }

    private void shared(Object record) throws IOException {
        if (isNew(records.get(record))) {
            Shape shape = Shape.of(record.getClass());
            tag(Tag.RECORD);
            text(record.getClass().getName());
            for (Object component : shape.components(record)) {
                write(component);
            }
            records.put(record, texts.size() + records.size());
        }
    }

    private boolean isNew(@Nullable Integer before) throws IOException {
        if (before != null) {
            tag(Tag.BEFORE);
            out.writeInt(before);
        }
        return before == null;
    }

    private void tag(Tag tag) throws IOException {
        out.writeByte(tag.ordinal());
    }
}
