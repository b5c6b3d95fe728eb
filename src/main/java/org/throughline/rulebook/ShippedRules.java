package org.throughline.rulebook;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rules folder with its rules compiled, as the program carries it. All are compiled in one package: what many of them say is one class
 * then, and classes are what loading takes its time for.
 *
 * @param layers in which order rules are best tried, see {@link Layers}
 */
record ShippedRules(RuleFiles files, Map<String, Integer> layers, CompiledRules compiled) {

    /** Of what is written: how it is laid out, and how rules are cut into packages. The first, which had two packages, said none. */
    private static final int FORMAT = 0x54_4C_00_02;

    /** @throws RuleBookException with all that the compiler has to say */
    static ShippedRules compile(RuleFiles files) {
        return new ShippedRules(
                files, Layers.of(files.rules().texts().values()), RuleCompiler.compileTogether(files.rules()));
    }

    /**
     * The same for rules that nobody has proved: with the limits of a run in them.
     *
     * @throws RuleBookException if they refer to anything that rules may not
     */
    ShippedRules watched() {
        return new ShippedRules(files, layers, compiled.watched());
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(FORMAT);
        out.writeInt(files.texts().size());
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            out.writeUTF(file.getKey());
            byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        out.writeInt(layers.size());
        for (Map.Entry<String, Integer> layer : new TreeMap<>(layers).entrySet()) {
            out.writeUTF(layer.getKey());
            out.writeInt(layer.getValue());
        }
        compiled.write(out);
        out.flush();
    }

    /** Whether these bytes are of the format that this program reads. */
    static boolean isReadable(InputStream from) throws IOException {
        byte[] format = from.readNBytes(Integer.BYTES);
        return format.length == Integer.BYTES && ByteBuffer.wrap(format).getInt() == FORMAT;
    }

    /** The files alone, which come first: nothing compiled is unpacked. */
    static RuleFiles readFiles(InputStream from) throws IOException {
        return files(buffered(from));
    }

    private static DataInputStream buffered(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != FORMAT) {
            throw new IOException(
                    "rules that another version of this program compiled: build it again (mvn process-classes)");
        }
        return in;
    }

    private static RuleFiles files(DataInputStream in) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.put(in.readUTF(), new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new RuleFiles(texts);
    }

    static ShippedRules read(InputStream from) throws IOException {
        DataInputStream in = buffered(from);
        RuleFiles files = files(in);
        Map<String, Integer> layers = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            layers.put(in.readUTF(), in.readInt());
        }
        return new ShippedRules(files, layers, CompiledRules.read(in));
    }
}
