package org.throughline.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that the program carries, read once and kept while there is memory for them. */
final class Shipped {

    /** Compiled by the build from {@code rules/}, see {@link CompileShippedRules}. */
    static final String PROVEN = "/shipped-rules.bin";

    /** The same classes with the limits of a run in them, for books that hold other rules as well. */
    static final String WATCHED = "/watched-rules.bin";

    private static SoftReference<@Nullable RuleFiles> files = new SoftReference<>(null);
    private static SoftReference<@Nullable Carried> proven = new SoftReference<>(null);
    private static SoftReference<@Nullable Carried> watched = new SoftReference<>(null);

    private Shipped() {}

    /** All of them, for whichever book is put together from them. */
    record Carried(Map<String, Integer> layers, Models models) {

        static final Carried NOTHING =
                of(new ShippedRules(new RuleFiles(new java.util.TreeMap<>()), Map.of(), CompiledRules.NONE));

        static Carried of(ShippedRules rules) {
            return new Carried(rules.layers(), new Models(rules.compiled()));
        }
    }

    /** What they were compiled from, or null where this build carries none; nothing compiled is unpacked. */
    static synchronized @Nullable RuleFiles files() {
        RuleFiles known = files.get();
        if (known == null) {
            known = read(PROVEN, ShippedRules::readFiles);
            files = new SoftReference<>(known);
        }
        return known;
    }

    /** To be used where there are files. */
    static synchronized Carried proven() {
        Carried known = proven.get();
        if (known == null) {
            known = Carried.of(rules());
            proven = new SoftReference<>(known);
        }
        return known;
    }

    /** Has them in memory before anybody needs them; true where this build carries any. */
    static boolean prepared() {
        if (files() == null) {
            return false;
        }
        proven().models().get();
        return true;
    }

    /** To be used where there are files. */
    static synchronized Carried watched() {
        Carried known = watched.get();
        if (known == null) {
            ShippedRules built = read(WATCHED, ShippedRules::read);
            boolean current = built != null && built.files().equals(files());
            known = Carried.of(current ? built : rules().watched());
            watched = new SoftReference<>(known);
        }
        return known;
    }

    private static ShippedRules rules() {
        ShippedRules rules = read(PROVEN, ShippedRules::read);
        if (rules == null) {
            throw new IllegalStateException("this build carries no rules");
        }
        return rules;
    }

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    private static <T> @Nullable T read(String resource, Reader<T> reader) {
        try (InputStream in = Shipped.class.getResourceAsStream(resource)) {
            return in == null ? null : reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
