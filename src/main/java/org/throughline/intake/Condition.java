package org.throughline.intake;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;

/** A column feeds its attribute only in rows where another attribute has one of these values: a date is a start for some stages. */
record Condition(Attribute attribute, Set<Object> values) {

    /** {@code stage=pilot|validated}, or null where the text is no condition. */
    static @Nullable Condition parse(Kind kind, String text) {
        int equals = text.indexOf('=');
        Attribute attribute =
                equals < 0 ? null : kind.find(text.substring(0, equals).trim());
        if (attribute == null || attribute.choices() == null) {
            return null;
        }
        Set<Object> values = new LinkedHashSet<>();
        for (String name : text.substring(equals + 1).split("\\|")) {
            Object value = VocabularyReader.choice(attribute, name.trim());
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return new Condition(attribute, values);
    }

    /** As {@link #parse} reads it. */
    String text() {
        return attribute.name() + "="
                + values.stream().map(ChoiceReader::nameOf).collect(Collectors.joining("|"));
    }
}
