package org.throughline.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;

/**
 * What a header may mean in a kind of file, the surest way that finds anything: its exact name, a synonym, either without a unit at its
 * end.
 *
 * @param words what made the match, for people
 */
record HeaderMatch(
        List<Meaning> meanings,
        How how,
        String words,
        @Nullable String unit) {

    /** How sure a match is, surest first. */
    enum How {
        NAME("same name"),
        TOGETHER(""),
        SYNONYM("synonym"),
        UNIT("same name with a unit"),
        NONE("");

        final String words;

        How(String words) {
            this.words = words;
        }
    }

    private static final Map<Kind, Map<String, Attribute>> NAMES = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            Map<String, Attribute> names = new HashMap<>();
            kind.attributes().forEach(attribute -> names.put(Words.squeeze(attribute.name()), attribute));
            NAMES.put(kind, names);
        }
    }

    private static final HeaderMatch NONE = new HeaderMatch(List.of(), How.NONE, "", null);

    /** Together with what stands before it, else by its own words. */
    static HeaderMatch of(Kind kind, Header header, Vocabulary vocabulary) {
        if (header.before() != null) {
            HeaderMatch together = of(kind, header.before() + " " + header.name(), vocabulary);
            if (together.how != How.NONE) {
                String words = together.words + " together with " + Words.quote(header.before()) + " before it";
                return new HeaderMatch(together.meanings, How.TOGETHER, words, together.unit);
            }
        }
        return of(kind, header.name(), vocabulary);
    }

    private static HeaderMatch of(Kind kind, String header, Vocabulary vocabulary) {
        HeaderMatch whole = whole(kind, header, vocabulary);
        return whole.how == How.NONE ? withUnit(kind, header, vocabulary) : whole;
    }

    /** Whether the words are a header in any kind of file. */
    static boolean isKnown(String words, Vocabulary vocabulary) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> of(kind, words, vocabulary).how != How.NONE);
    }

    private static HeaderMatch whole(Kind kind, String header, Vocabulary vocabulary) {
        String squeezed = Words.squeeze(header);
        Attribute attribute = NAMES.get(kind).get(squeezed);
        if (attribute != null) {
            return new HeaderMatch(List.of(new Meaning(attribute, false, null)), How.NAME, How.NAME.words, null);
        }
        List<Meaning> meanings = vocabulary.header(kind, squeezed);
        return meanings.isEmpty() ? NONE : new HeaderMatch(meanings, How.SYNONYM, How.SYNONYM.words, null);
    }

    /** "Lead time (days)", "wait in minutes": the last word is a unit, and what stands before it is a duration. */
    private static HeaderMatch withUnit(Kind kind, String header, Vocabulary vocabulary) {
        String text = header.replace('(', ' ')
                .replace(')', ' ')
                .replace('[', ' ')
                .replace(']', ' ')
                .replace('_', ' ')
                .strip();
        int lastBlank = text.lastIndexOf(' ');
        String unit = lastBlank < 0 ? null : vocabulary.unit(text.substring(lastBlank + 1));
        if (unit == null) {
            return NONE;
        }
        String base = text.substring(0, lastBlank).strip();
        String name = base.toLowerCase(Locale.ROOT).endsWith(" in") ? base.substring(0, base.length() - 3) : base;
        List<Meaning> durations = new ArrayList<>();
        for (String candidate : List.of(name, name + " h")) {
            for (Meaning meaning : whole(kind, candidate, vocabulary).meanings) {
                if (meaning.attribute().type() == AttributeType.HOURS && durations.isEmpty()) {
                    durations.add(meaning);
                }
            }
        }
        return durations.isEmpty() ? NONE : new HeaderMatch(durations, How.UNIT, How.UNIT.words, unit);
    }
}
