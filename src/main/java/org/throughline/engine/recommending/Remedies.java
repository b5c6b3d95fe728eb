package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.SubjectType;
import org.throughline.rulebook.RuleBookException;

/** Reads {@code rules/advice/remedies.yaml}: what each kind of recommendation says, where it is done, and what comes before it. */
final class Remedies {

    static final String FILE = "advice/remedies.yaml";
    static final String COLLECT = "collect-fact";

    /** So that a program that starts can read it on another core while its rules are loaded. */
    private static final Map<String, Text> READ = Collections.synchronizedMap(new WeakHashMap<>());

    /** The file as it stands. */
    record Text(Map<String, String> words, Map<String, String> deciders, Map<String, Entry> remedies) {}

    /** A remedy as it stands in the file. */
    record Entry(
            @Nullable SubjectType at,
            @Nullable List<SubjectType> up,
            @Nullable List<String> after,
            @Nullable List<String> decider,
            boolean ceiling,
            @Nullable String folded,
            Map<String, Form> say) {}

    private final Map<String, Remedy> remedies = new LinkedHashMap<>();
    private final Map<String, String> deciders;
    private final Words words;
    private final Map<String, Set<String>> unlocks = new HashMap<>();

    /** @param text that {@link RemedyCheck} found nothing wrong with */
    Remedies(Text text) {
        deciders = Map.copyOf(text.deciders());
        words = new Words(text.words());
        text.remedies().forEach((kind, entry) -> remedies.put(kind, remedy(kind, entry, text.remedies())));
        remedies.values().forEach(remedy -> unlocks.put(remedy.kind(), new HashSet<>()));
        remedies.values().forEach(this::unlock);
    }

    /** @throws RuleBookException if it is not of that form */
    static Text read(String yaml) {
        return READ.computeIfAbsent(yaml, Remedies::parsed);
    }

    private static Text parsed(String yaml) {
        Text shipped = ShippedTexts.of(yaml);
        return shipped == null ? RemediesYaml.read(yaml) : shipped;
    }

    private static Remedy remedy(String kind, Entry entry, Map<String, Entry> all) {
        return new Remedy(
                kind,
                Objects.requireNonNull(entry.at()),
                orEmpty(entry.up()),
                orEmpty(entry.after()),
                orEmpty(entry.decider()),
                entry.ceiling(),
                entry.folded(),
                Map.copyOf(entry.say()),
                level(kind, all));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static int level(String kind, Map<String, Entry> all) {
        int level = 0;
        for (String before : orEmpty(Objects.requireNonNull(all.get(kind)).after())) {
            level = Math.max(level, 1 + level(before, all));
        }
        return level;
    }

    /** Adds the kind to what each of those before it unlocks, directly or by way of others. */
    private void unlock(Remedy remedy) {
        List<String> open = new ArrayList<>(remedy.after());
        while (!open.isEmpty()) {
            String before = open.remove(open.size() - 1);
            if (Objects.requireNonNull(unlocks.get(before)).add(remedy.kind())) {
                open.addAll(of(before).after());
            }
        }
    }

    Set<String> kinds() {
        return remedies.keySet();
    }

    Remedy of(String kind) {
        return Objects.requireNonNull(remedies.get(kind));
    }

    /** Kinds that wait for that one, directly or by way of others. */
    Set<String> unlockedBy(String kind) {
        return Objects.requireNonNull(unlocks.get(kind));
    }

    /** What somebody is whom that column names: {@code owner of the workflow}. */
    String roleOf(String column) {
        return deciders.getOrDefault(column, column.toLowerCase(Locale.ROOT));
    }

    Words words() {
        return words;
    }
}
