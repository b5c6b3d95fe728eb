package org.throughline.facts.derived;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Step;
import org.throughline.facts.Texts;

/**
 * What a use case can be told alike by.
 *
 * @param step the step it works on, where that is known
 * @param tool as equal texts are written; null where there is none, nobody knows it or it stands for nothing
 * @param domain like {@code tool}
 * @param words of its name, in lower case, without those that say nothing
 */
public record Likeness(
        MaybeActive of,
        @Nullable Step step,
        @Nullable String tool,
        @Nullable String domain,
        Set<String> words) implements Carried {

    /**
     * @param placeholders values that stand for nothing, as equal texts are written
     * @param stopWords words that say nothing, in lower case
     */
    public static Likeness of(
            MaybeActive of,
            @Nullable Step step,
            @Nullable String name,
            @Nullable String tool,
            @Nullable String domain,
            Set<String> placeholders,
            Set<String> stopWords) {
        boolean named = value(name, placeholders) != null;
        return new Likeness(
                of,
                step,
                value(tool, placeholders),
                value(domain, placeholders),
                named ? words(name, stopWords) : Set.of());
    }

    private static @Nullable String value(@Nullable String text, Set<String> placeholders) {
        String folded = text == null ? null : Texts.fold(text);
        return folded == null || placeholders.contains(folded) ? null : folded;
    }

    private static Set<String> words(String name, Set<String> without) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
        Set<String> words = new HashSet<>();
        int from = -1;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = isOfAWord(c);
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                words.add(text.substring(from, at).toLowerCase(Locale.ROOT));
                from = -1;
            }
            at += Character.charCount(c);
        }
        if (from >= 0) {
            words.add(text.substring(from).toLowerCase(Locale.ROOT));
        }
        words.removeAll(without);
        return words;
    }

    /** Letters, marks and decimal digits. */
    private static boolean isOfAWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> Character.isLetter(c);
        };
    }

    /** There is one for each use case. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Likeness same && of.useCase() == same.of.useCase();
    }

    @Override
    public int hashCode() {
        return of.useCase().hashCode();
    }
}
