package org.throughline.engine;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Sheet;

/** Reads what {@link Packer} wrote. */
final class Unpacker {

    private final DataInputStream in;
    private final List<Object> read = new ArrayList<>();
    private final IntFunction<Fact> facts;

    /** @param facts the one of a number, for values that are about facts */
    Unpacker(byte[] bytes, IntFunction<Fact> facts) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        this.facts = facts;
    }

    /** @param numbers told the number of each */
    List<Fact> facts(BiConsumer<Fact, Integer> numbers) {
        try {
            int count = in.readInt();
            List<Fact> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                all.add(fact(numbers));
            }
            return all;
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        }
    }

    @Nullable
    Object value() {
        try {
            return next();
        } catch (IOException cutShort) {
            throw new UncheckedIOException(cutShort);
        } catch (ClassNotFoundException otherProgram) {
            throw new IllegalStateException("written by another version of the program", otherProgram);
        }
    }

    private Fact fact(BiConsumer<Fact, Integer> numbers) throws IOException {
        Kind kind = Kind.values()[in.readByte()];
        int number = in.readInt();
        Sheet sheet = (Sheet) value();
        Origin origin = new Origin(sheet, in.readInt(), in.readLong(), in.readLong(), in.readLong());
        Object[] values = new Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value();
        }
        Fact fact = Fact.of(kind, origin, values);
        numbers.accept(fact, number);
        return fact;
    }

    private @Nullable Object next() throws IOException, ClassNotFoundException {
        Tag tag = Tag.ALL[in.readByte()];
        return switch (tag) {
            case NULL -> null;
            case BEFORE -> read.get(in.readInt());
            case TEXT -> remembered(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case TRUE -> true;
            case FALSE -> false;
            case NUMBER -> new BigDecimal((String) next());
            case DAY -> LocalDate.ofEpochDay(in.readInt());
            case CHOICE -> type().getEnumConstants()[in.readByte()];
            case LIST -> Collections.unmodifiableList(many(new ArrayList<>()));
            case SET -> Collections.unmodifiableSet(many(new LinkedHashSet<>()));
            case MAP -> map();
            case RECORD -> remembered(record());
            case FACT -> facts.apply(in.readInt());
        };
    }

    private Class<?> type() throws IOException, ClassNotFoundException {
        return Class.forName((String) next(), true, Unpacker.class.getClassLoader());
    }

    private Object record() throws IOException, ClassNotFoundException {
        Shape shape = Shape.of(type());
        Object[] components = new Object[shape.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = next();
        }
        return shape.made(components);
    }

    private <C extends Collection<@Nullable Object>> C many(C into) throws IOException, ClassNotFoundException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            into.add(next());
        }
        return into;
    }

    private Map<Object, Object> map() throws IOException, ClassNotFoundException {
        List<@Nullable Object> keys = many(new ArrayList<>());
        List<@Nullable Object> values = many(new ArrayList<>());
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(map);
    }

    private Object remembered(Object value) {
        read.add(value);
        return value;
    }
}
