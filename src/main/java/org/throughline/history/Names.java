package org.throughline.history;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Texts;

/** What names have in common. */
final class Names {

    private final Set<String> stopWords;

    /** @param stopWords that say nothing of what something is: {@code the}, {@code pilot} */
    Names(Set<String> stopWords) {
        this.stopWords = stopWords;
    }

    static String folded(@Nullable String text) {
        return text == null ? "" : Texts.fold(text);
    }

    /** Runs of letters and digits, in lower case, without stop words. */
    Set<String> words(@Nullable String name) {
        Set<String> words = new HashSet<>(List.of(folded(name).split("[^\\p{L}\\p{M}\\p{Nd}]+")));
        words.removeAll(stopWords);
        words.remove("");
        return words;
    }

    /** Words in common, of all words of both, in percent, rounded down. */
    static int percentInCommon(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        long common = one.stream().filter(other::contains).count();
        return all.isEmpty() ? 0 : (int) (common * 100 / all.size());
    }
}
