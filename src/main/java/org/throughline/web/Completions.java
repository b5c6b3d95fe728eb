package org.throughline.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.throughline.app.Rules;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;

/** What an editor of rules proposes: kinds of fact, their attributes, values of enumerations, names of thresholds. */
final class Completions {

    private Completions() {}

    static Set<String> of(Rules rules) {
        Set<String> words = new TreeSet<>();
        for (Class<?> type : Fact.class.getPermittedSubclasses()) {
            words.add(type.getSimpleName());
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(name -> !name.equals("origin"))
                    .forEach(words::add);
        }
        for (Kind kind : Kind.values()) {
            kind.attributes().forEach(attribute -> values(attribute, words));
        }
        rules.diagnostics().forEach(diagnostic -> rules.thresholds(diagnostic).forEach(it -> words.add(it.name())));
        return words;
    }

    private static void values(Attribute attribute, Set<String> words) {
        if (attribute.choices() != null) {
            for (Enum<?> choice : attribute.choices().getEnumConstants()) {
                words.add(attribute.choices().getSimpleName() + "." + choice.name());
            }
        }
    }
}
