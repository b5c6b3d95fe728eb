package org.throughline.rulebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule book that the program carries: all files of {@code rules/}, and the rules among them compiled. */
record ShippedRules(RuleFiles files, CompiledRules compiled) {

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(files.texts().size());
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            out.writeUTF(file.getKey());
            byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
        out.flush();
        compiled.write(to);
    }

    static ShippedRules read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(from, 1 << 16));
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.put(in.readUTF(), new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        }
        return new ShippedRules(new RuleFiles(texts), CompiledRules.read(in));
    }
}
