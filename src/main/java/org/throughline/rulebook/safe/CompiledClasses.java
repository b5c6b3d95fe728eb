package org.throughline.rulebook.safe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Classes that rules were compiled to, before any of them is loaded. */
public final class CompiledClasses {

    private CompiledClasses() {}

    /**
     * What they refer to that rules may not: the second lock, should something have come past the check of the texts.
     *
     * @param classes class file by binary name with slashes
     * @return sentences, sorted; empty where nothing is wrong
     */
    public static List<String> forbidden(Map<String, byte[]> classes) {
        TreeSet<String> found = new TreeSet<>();
        classes.forEach((name, bytes) -> {
            try {
                new ClassReader(bytes).accept(new Inspector(name, found), ClassReader.SKIP_FRAMES);
            } catch (RuntimeException e) {
                found.add(name + " is no class that can be read");
            }
        });
        return new ArrayList<>(found);
    }

    /** The same classes, with the limits of a run in them; see {@link Watch}. */
    public static Map<String, byte[]> watched(Map<String, byte[]> classes) {
        Map<String, byte[]> watched = new HashMap<>();
        classes.forEach((name, bytes) -> {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(new Weaver(writer, RuleNames.of(reader)), 0);
            watched.put(name, writer.toByteArray());
        });
        return watched;
    }
}
