package org.throughline.rulebook;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.drools.model.Model;
import org.drools.modelcompiler.dsl.pattern.D;
import org.throughline.rulebook.safe.CompiledClasses;

/**
 * Rules as classes: what the compiler made of rule files, without the compiler.
 *
 * @param digest of the rule files that they were compiled from
 * @param classes class file by binary name with slashes
 * @param models names of the classes that describe each package's rules
 */
record CompiledRules(String digest, Map<String, byte[]> classes, List<String> models) {

    static final CompiledRules NONE = new CompiledRules("", Map.of(), List.of());

    void write(DataOutputStream to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DeflaterOutputStream deflated = new DeflaterOutputStream(bytes);
        DataOutputStream out = new DataOutputStream(deflated);
        out.writeUTF(digest);
        out.writeInt(models.size());
        for (String model : models) {
            out.writeUTF(model);
        }
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        out.flush();
        deflated.finish();
        to.writeInt(bytes.size());
        bytes.writeTo(to);
    }

    static CompiledRules read(DataInputStream from) throws IOException {
        InputStream block = new ByteArrayInputStream(from.readNBytes(from.readInt()));
        DataInputStream in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(block), 1 << 16));
        String digest = in.readUTF();
        List<String> models = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            models.add(in.readUTF());
        }
        Map<String, byte[]> classes = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            classes.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return new CompiledRules(digest, classes, models);
    }

    /**
     * The same classes, with the limits of a run in them.
     *
     * @throws RuleBookException if they refer to anything that rules may not
     */
    CompiledRules watched() {
        List<String> forbidden = CompiledClasses.forbidden(classes);
        if (!forbidden.isEmpty()) {
            throw new RuleBookException(forbidden.stream()
                    .map(found -> RuleBookException.problem(
                            "rules",
                            null,
                            "Compiled, a rule does what rules may not: " + found + ".",
                            "What \"What a rule may do\" in rules/README.md lists.",
                            "Take the last change back."))
                    .toList());
        }
        return new CompiledRules(digest, CompiledClasses.watched(classes), models);
    }

    /** Those of one package, {@code rules/derived/}. */
    CompiledRules in(String folder) {
        Map<String, byte[]> own = new HashMap<>(classes);
        own.keySet().removeIf(name -> !name.startsWith(folder));
        return new CompiledRules(
                digest,
                own,
                models.stream()
                        .filter(model -> model.replace('.', '/').startsWith(folder))
                        .toList());
    }

    /**
     * Drools' descriptions of these rules, by a loader of exactly these classes over the application's; on all cores, package by package. To
     * be made once: loading classes takes longer than all that follows.
     */
    List<Model> load() {
        ClassLoader loader = new RuleClasses(classes, CompiledRules.class.getClassLoader());
        if (models.size() == 1) {
            classes.keySet().parallelStream()
                    .filter(CompiledRules::isExpression)
                    .forEach(name -> ready(name, loader));
        }
        return models.parallelStream().map(name -> model(name, loader)).toList();
    }

    /** One condition, value or consequence: they know nothing of each other, so that it does not matter in which order they get ready. */
    private static boolean isExpression(String name) {
        return name.startsWith("Lambda", name.lastIndexOf('/') + 1);
    }

    private static void ready(String name, ClassLoader loader) {
        try {
            Class.forName(name.replace('/', '.'), true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("compiled rules of another version of this program: " + name, e);
        }
    }

    private static Model model(String name, ClassLoader loader) {
        try {
            Class.forName(D.class.getName()); // once, and not by two threads from two ends
            return (Model) loader.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled rules of another version of this program: " + name, e);
        }
    }

    private static final class RuleClasses extends ClassLoader {
        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> classes;

        RuleClasses(Map<String, byte[]> classes, ClassLoader parent) {
            super(parent);
            this.classes = classes;
        }

        /** Its own first: to ask for each in every jar of the class path takes longer than to load it. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/'));
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        }
    }
}
