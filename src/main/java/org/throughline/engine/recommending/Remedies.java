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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code rules/advice/remedies.yaml}: what each kind of recommendation says, where it is done, and what comes before it. */
final class Remedies {

    static final String FILE = "advice/remedies.yaml";
    static final String COLLECT = "collect-fact";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

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
        try {
            Text text = YAML.readValue(yaml, Text.class);
            if (text != null && text.words() != null && text.deciders() != null && text.remedies() != null) {
                return text;
            }
        } catch (JacksonException e) {
            Integer line = e.getLocation() == null ? null : e.getLocation().getLineNr();
            throw faulty(line, found(e));
        }
        throw faulty(null, "it lacks words, deciders or remedies");
    }

    private static RuleBookException faulty(@Nullable Integer line, String found) {
        return new RuleBookException(List.of(RuleBookException.problem(
                FILE,
                line,
                found,
                "words, deciders and remedies as the file's first comment describes them",
                "Correct that line; mind that YAML counts blanks at the start of a line.")));
    }

    /** In words for who wrote the file, not for who wrote the reader. */
    private static String found(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "\"" + unknown.getPropertyName() + "\" stands where nothing of that name can";
        }
        if (e instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" stands where another word is expected";
        }
        return e instanceof DatabindException
                ? "a text, a list or a group of lines stands where another of them is expected"
                : "the line is no YAML";
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
