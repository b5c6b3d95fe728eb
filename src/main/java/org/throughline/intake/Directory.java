package org.throughline.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/**
 * The listed people (or teams), and those that are only a text in other rows. A text is an id, else the name or address of one that is
 * listed, if of exactly one, else somebody of its own: equal texts are one.
 */
final class Directory {

    private static final char BELOW = '\u0001';

    private final Kind kind;
    private final Map<String, Draft> listed = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Set<String> namesOfSeveral = new HashSet<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Mention> mentions = new LinkedHashMap<>();

    Directory(Kind kind, List<Draft> rows) {
        this.kind = kind;
        Attribute id = kind.attribute("id");
        for (Draft row : rows) {
            listed.put(String.valueOf(row.text(id)), row);
        }
        for (String column : kind == Kind.PERSON ? List.of("name", "email") : List.of("name")) {
            for (Draft row : rows) {
                addName(row.text(kind.attribute(column)), String.valueOf(row.text(id)));
            }
        }
    }

    private void addName(@Nullable String name, String id) {
        if (name == null) {
            return;
        }
        String folded = Texts.fold(name);
        String other = idByName.putIfAbsent(folded, id);
        if (other != null && !other.equals(id)) {
            namesOfSeveral.add(folded);
        }
    }

    Kind kind() {
        return kind;
    }

    boolean isListed(String id) {
        return listed.containsKey(id);
    }

    Collection<Draft> listed() {
        return listed.values();
    }

    /** The same for texts that mean the same one: the id of a listed one, or what equal texts share. */
    String key(@Nullable String text, @Nullable String above) {
        if (above == null) {
            return key(java.util.Objects.requireNonNull(text));
        }
        String parent = key(above);
        if (text == null) {
            return parent;
        }
        String own = key(text);
        boolean isListedItself = !own.isEmpty() && own.charAt(0) == '=';
        return own.equals(parent) || isListedItself ? own : parent + BELOW + own;
    }

    private String key(String text) {
        return keys.computeIfAbsent(text, this::findKey);
    }

    private String findKey(String text) {
        if (listed.containsKey(text)) {
            return "=" + text;
        }
        String folded = Texts.fold(text);
        String id = idByName.get(folded);
        return id == null || namesOfSeveral.contains(folded) ? "~" + folded : "=" + id;
    }

    /** What a text without a team above it turned out to be: the id of a listed one, or a {@link Mention}. */
    private final Lately resolved = new Lately();

    String resolve(String text, Draft draft, Attribute column) {
        Object known = resolved.get(text);
        if (known == null) {
            String key = key(text);
            known = key.charAt(0) == '=' ? key.substring(1) : mentioned(key, text, null, draft, column);
            resolved.put(text, known);
        }
        if (known instanceof Mention mention) {
            mention.count++;
            return mention.id;
        }
        return (String) known;
    }

    /** The id that the text stands for. What is met first, in the order of tables, rows and columns, gives the spelling. */
    String resolve(@Nullable String text, String above, Draft draft, Attribute column) {
        String key = key(text, above);
        if (key.charAt(0) == '=' && key.indexOf(BELOW) < 0) {
            return key.substring(1);
        }
        Mention known = mentioned(key, text, above, draft, column);
        known.count++;
        return known.id;
    }

    private Mention mentioned(
            String key, @Nullable String text, @Nullable String above, Draft draft, Attribute column) {
        Mention known = mentions.get(key);
        if (known == null) {
            known = mention(key, text, above, draft, column);
            mentions.put(key, known);
        }
        return known;
    }

    private Mention mention(String key, @Nullable String text, @Nullable String above, Draft draft, Attribute column) {
        if (key.indexOf(BELOW) < 0) {
            String name = text == null ? String.valueOf(above) : text;
            return new Mention(name, name, null, draft, column);
        }
        String parent = resolve(java.util.Objects.requireNonNull(above), draft, column);
        return new Mention(parent + "/" + text, String.valueOf(text), parent, draft, column);
    }

    boolean isNameOfSeveral(String text) {
        return namesOfSeveral.contains(Texts.fold(text));
    }

    Collection<Mention> mentions() {
        return mentions.values();
    }
}
