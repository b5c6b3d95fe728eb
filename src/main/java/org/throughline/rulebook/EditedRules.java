package org.throughline.rulebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.rulebook.cache.CacheFolder;

/**
 * Compiles rule files that are not the shipped ones, each by itself, so that one edit compiles one file; and each once, for what was
 * compiled stays in memory while there is room, and in a cache between two runs. May be shared by threads.
 */
public final class EditedRules {

    private static final Pattern PACKAGE = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|(\\bpackage\\s+)([\\w.]+)");
    private static final String CHECKED = "checked ";
    private static final int SHORT = 16;

    /** Files in memory: their classes take 300 KB each, which no limit of the heap counts. */
    private static final int KEPT = 500;

    private final CacheFolder cache;
    private final Map<String, SoftReference<Models>> known =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Models>> eldest) {
                    return size() > KEPT || eldest.getValue().get() == null;
                }
            });

    /** @param cache what outlives this process */
    public EditedRules(CacheFolder cache) {
        this.cache = cache;
    }

    /** Hears what takes time, and what is wrong with the cache; on whatever thread. */
    public interface Told {

        Told NOBODY = new Told() {};

        /** @param files how many rule files have to be compiled, which takes up to a second each */
        default void compiling(int files) {}

        /** Nothing is lost but time. */
        default void warned(Problem problem) {}
    }

    /**
     * What each text was compiled to, with the limits of a run in it.
     *
     * @throws RuleBookException if one does not compile, or refers to anything that rules may not; it does not always say which
     */
    List<Models> of(Collection<String> texts, Told told) {
        Map<String, Models> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String text : texts) {
            Models models = find(text, told);
            if (models == null) {
                missing.add(text);
            } else {
                found.put(text, models);
            }
        }
        if (!missing.isEmpty()) {
            told.compiling(missing.size());
            found.putAll(compile(missing, told));
        }
        return texts.stream().map(found::get).toList();
    }

    private @Nullable Models find(String text, Told told) {
        SoftReference<Models> reference = known.get(RuleFiles.sha256(text));
        Models models = reference == null ? null : reference.get();
        if (models != null) {
            return models;
        }
        String key = key(text);
        byte[] block = key == null ? null : cache.get(key, told::warned);
        return block == null ? null : remember(text, read(block));
    }

    private Map<String, Models> compile(List<String> texts, Told told) {
        Map<String, Models> models = new HashMap<>();
        RuleCompiler.compileEach(texts).forEach((text, compiled) -> {
            CompiledRules watched = compiled.watched();
            String key = key(text);
            if (key != null) {
                cache.put(key, bytes(watched), told::warned);
            }
            models.put(text, remember(text, watched));
        });
        return models;
    }

    private Models remember(String text, CompiledRules compiled) {
        Models models = new Models(compiled);
        known.put(RuleFiles.sha256(text), new SoftReference<>(models));
        return models;
    }

    /** Whether these very files were checked before, by this very program, and no error was found. */
    boolean areChecked(RuleFiles files, Told told) {
        String key = key(CHECKED + files.digest());
        return key != null && cache.get(key, told::warned) != null;
    }

    /** Remembers that. */
    void checked(RuleFiles files, Told told) {
        String key = key(CHECKED + files.digest());
        if (key != null) {
            cache.put(key, new byte[0], told::warned);
        }
    }

    /** Of what compiled it, and of the text. Null where nobody knows what would compile it. */
    private static @Nullable String key(String text) {
        String program = Program.digest();
        return program == null ? null : RuleFiles.sha256(program + "\n" + text);
    }

    private static byte[] bytes(CompiledRules compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            compiled.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static CompiledRules read(byte[] block) {
        try {
            return CompiledRules.read(new DataInputStream(new ByteArrayInputStream(block)));
        } catch (IOException e) { // its sum was right
            throw new UncheckedIOException(e);
        }
    }

    /** A package for this text alone. */
    static String packageOf(String text) {
        return "edited_" + RuleFiles.sha256(text).substring(0, SHORT);
    }

    /** The text with another package, every line where it was. */
    static String inPackage(String text, String name) {
        Matcher declared = PACKAGE.matcher(text);
        while (declared.find()) {
            if (declared.group(2) != null) {
                return text.substring(0, declared.start(2)) + name + text.substring(declared.end(2));
            }
        }
        return "package " + name + " " + text;
    }
}
