package org.throughline.engine.recommending;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.SubjectType;

/**
 * The texts of advice as the build read them. To parse YAML and bind it takes a cold start longer than to read the organisation's facts;
 * a file that somebody changed is parsed.
 */
public final class ShippedTexts {

    private static final String RESOURCE = "/shipped-texts.bin";

    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    private interface Reader<T> {
        T read() throws IOException;
    }

    private ShippedTexts() {}

    /** The build's: the rules folder, and the file to write. */
    public static void main(String... args) throws IOException {
        String yaml = Files.readString(Path.of(args[0], Remedies.FILE));
        try (OutputStream file = Files.newOutputStream(Path.of(args[1]));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file))) {
            byte[] source = yaml.getBytes(StandardCharsets.UTF_8);
            out.writeInt(source.length);
            out.write(source);
            write(RemediesYaml.read(yaml), out);
        }
    }

    /** What that file says, or null if it is not the one that the build read. */
    static Remedies.@Nullable Text of(String yaml) {
        try (InputStream file = ShippedTexts.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                return null;
            }
            DataInputStream in = new DataInputStream(new BufferedInputStream(file));
            String source = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return source.equals(yaml) ? text(in) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Remedies.Text text, DataOutputStream out) throws IOException {
        each(text.words(), out, out::writeUTF);
        each(text.deciders(), out, out::writeUTF);
        each(text.remedies(), out, entry -> write(entry, out));
    }

    private static Remedies.Text text(DataInputStream in) throws IOException {
        return new Remedies.Text(map(in, in::readUTF), map(in, in::readUTF), map(in, () -> entry(in)));
    }

    private static void write(Remedies.Entry entry, DataOutputStream out) throws IOException {
        List<SubjectType> up = entry.up();
        optional(entry.at(), out, at -> out.writeUTF(at.name()));
        list(up == null ? null : up.stream().map(SubjectType::name).toList(), out);
        list(entry.after(), out);
        list(entry.decider(), out);
        out.writeBoolean(entry.ceiling());
        optional(entry.folded(), out, out::writeUTF);
        each(entry.say(), out, form -> write(form, out));
    }

    private static Remedies.Entry entry(DataInputStream in) throws IOException {
        return new Remedies.Entry(
                optional(in, () -> SubjectType.valueOf(in.readUTF())),
                optional(in, () -> list(in, () -> SubjectType.valueOf(in.readUTF()))),
                optional(in, () -> list(in, in::readUTF)),
                optional(in, () -> list(in, in::readUTF)),
                in.readBoolean(),
                optional(in, in::readUTF),
                map(in, () -> form(in)));
    }

    private static void write(Form form, DataOutputStream out) throws IOException {
        for (String text : form.texts()) {
            out.writeUTF(text);
        }
    }

    private static Form form(DataInputStream in) throws IOException {
        return new Form(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    }

    private static <T> void each(Map<String, T> map, DataOutputStream out, Writer<T> writer) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, T> one : map.entrySet()) {
            out.writeUTF(one.getKey());
            writer.write(one.getValue());
        }
    }

    private static <T> Map<String, T> map(DataInputStream in, Reader<T> reader) throws IOException {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            map.put(in.readUTF(), reader.read());
        }
        return map;
    }

    private static void list(@Nullable List<String> texts, DataOutputStream out) throws IOException {
        optional(texts, out, all -> {
            out.writeInt(all.size());
            for (String text : all) {
                out.writeUTF(text);
            }
        });
    }

    private static <T> List<T> list(DataInputStream in, Reader<T> reader) throws IOException {
        List<T> all = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            all.add(reader.read());
        }
        return all;
    }

    private static <T> void optional(@Nullable T value, DataOutputStream out, Writer<T> writer) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(value);
        }
    }

    private static <T> @Nullable T optional(DataInputStream in, Reader<T> reader) throws IOException {
        return in.readBoolean() ? reader.read() : null;
    }
}
