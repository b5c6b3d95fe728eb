package org.throughline.rulebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rules folder with its rules compiled, as the program carries it. Rules about one workflow and rules across the organisation are
 * compiled apart, so that each base loads its own alone.
 *
 * @param layers in which order rules are best tried, see {@link Layers}
 */
record ShippedRules(RuleFiles files, Map<String, Integer> layers, CompiledRules local, CompiledRules across) {

    /** @throws RuleBookException with all that the compiler has to say */
    static ShippedRules compile(RuleFiles files) {
        return new ShippedRules(
                files,
                Layers.of(files.rules().texts().values()),
                RuleCompiler.compile(files.rules(text -> !RuleDocumentation.isAllAcross(text))),
                RuleCompiler.compile(files.rules(RuleDocumentation::isPartlyAcross)));
    }

    /**
     * The same for rules that nobody has proved: with the limits of a run in them.
     *
     * @throws RuleBookException if they refer to anything that rules may not
     */
    ShippedRules watched() {
        return new ShippedRules(files, layers, local.watched(), across.watched());
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
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
        local.write(out);
        across.write(out);
        out.flush();
    }

    /** The files alone, which come first: nothing compiled is unpacked. */
    static RuleFiles readFiles(InputStream from) throws IOException {
        return files(buffered(from));
    }

    private static DataInputStream buffered(InputStream from) {
        return new DataInputStream(new java.io.BufferedInputStream(from, 1 << 16));
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
        return new ShippedRules(files, layers, CompiledRules.read(in), CompiledRules.read(in));
    }
}
