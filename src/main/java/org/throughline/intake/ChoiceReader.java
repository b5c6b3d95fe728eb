package org.throughline.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;

/** One value of an enumeration, or yes and no. */
final class ChoiceReader implements ValueReader {

    private final Attribute attribute;
    private final Vocabulary vocabulary;

    ChoiceReader(Attribute attribute, Vocabulary vocabulary) {
        this.attribute = attribute;
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable Object canonical(String cell) {
        for (String name : names()) {
            if (name.equals(cell)) {
                return constant(name);
            }
        }
        return null;
    }

    @Override
    public Object read(String cell) {
        Object canonical = canonical(cell);
        if (canonical != null) {
            return canonical;
        }
        Object known = find(attribute, vocabulary, cell);
        return known == null ? refuse(cell) : new Mended(known, nameOf(known), null);
    }

    /** The value in any spelling, or null. */
    static @Nullable Object find(Attribute attribute, Vocabulary vocabulary, String cell) {
        String squeezed = Words.squeeze(cell);
        if (attribute.choices() == null) {
            return switch (squeezed) {
                case "true", "yes" -> Boolean.TRUE;
                case "false", "no" -> Boolean.FALSE;
                default -> vocabulary.value(attribute, cell);
            };
        }
        for (Enum<?> constant : attribute.choices().getEnumConstants()) {
            if (Words.squeeze(constant.name()).equals(squeezed)) {
                return constant;
            }
        }
        return vocabulary.value(attribute, cell);
    }

    private Object constant(String name) {
        return attribute.choices() == null ? (Object) name.equals("yes") : VocabularyReader.choice(attribute, name);
    }

    private List<String> names() {
        return attribute.choices() == null
                ? List.of("yes", "no")
                : Arrays.stream(attribute.choices().getEnumConstants())
                        .map(ChoiceReader::nameOf)
                        .toList();
    }

    /** As the canonical form writes it: {@code in_use}, {@code R}, {@code yes}. */
    static String nameOf(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        String name = ((Enum<?>) value).name();
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
    }

    private Refused refuse(String cell) {
        String known = names().stream().collect(Collectors.joining(", "));
        return new Refused(
                "Not a known " + attribute.name() + ".",
                "One of " + known + ", or a usual word for one of them.",
                "Write one of these words, or add yours to rules/synonyms.csv or to the values of a mapping; until then the "
                        + attribute.name() + " of this row is unknown.");
    }
}
