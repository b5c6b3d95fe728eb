package org.throughline.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.advice.Tier;
import org.throughline.app.Format;
import org.throughline.history.State;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of a few words, spelt in the help and in messages as people write them. */
abstract class Choice<T> implements ITypeConverter<T>, Iterable<String> {

    private final Map<String, T> choices = new LinkedHashMap<>();

    Choice(List<T> choices) {
        choices.forEach(choice -> this.choices.put(choice.toString(), choice));
    }

    @Override
    public T convert(String text) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getKey().equalsIgnoreCase(text))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "found \"" + text + "\", expected one of " + String.join(", ", choices.keySet())));
    }

    @Override
    public Iterator<String> iterator() {
        return choices.keySet().iterator();
    }

    /** The forms of advice. */
    static final class OfFormat extends Choice<Format> {
        OfFormat() {
            super(List.of(Format.values()));
        }
    }

    /** The tiers that ask for something to be done. */
    static final class OfTier extends Choice<Tier> {
        OfTier() {
            super(List.of(Tier.P1, Tier.P2, Tier.P3));
        }
    }

    /** What can become of a recommendation. */
    static final class OfState extends Choice<State> {
        OfState() {
            super(List.of(State.values()));
        }
    }

    /** The forms of a list. */
    static final class OfListFormat extends Choice<ListFormat.Form> {
        OfListFormat() {
            super(List.of(ListFormat.Form.values()));
        }
    }
}
