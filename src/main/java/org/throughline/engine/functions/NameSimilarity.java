package org.throughline.engine.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds the pairs of names of which a share of the words is common to both (Jaccard), exactly and without comparing all with all: two such
 * names have one of their rarest words in common.
 *
 * @param share 0..1
 * @param leastWords how many words a name needs
 */
record NameSimilarity(BigDecimal share, int leastWords) {

    /** Calls back for each pair of different sets of words that are similar, once. */
    void pairs(Set<Set<String>> names, BiConsumer<Set<String>, Set<String>> similar) {
        Map<String, Integer> frequency = new HashMap<>();
        names.forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
        Comparator<String> rarestFirst =
                Comparator.<String>comparingInt(frequency::get).thenComparing(Comparator.naturalOrder());
        Map<String, List<Set<String>>> byRareWord = new HashMap<>();
        List<Set<String>> shortestFirst = new ArrayList<>(names);
        shortestFirst.sort(Comparator.comparingInt(Set::size));
        for (Set<String> words : shortestFirst) {
            Set<Set<String>> compared = new HashSet<>();
            for (String word : rare(words, rarestFirst)) {
                List<Set<String>> before = byRareWord.computeIfAbsent(word, key -> new ArrayList<>(2));
                for (Set<String> other : before) {
                    if (other.size() >= common(words.size()) && compared.add(other) && similar(words, other)) {
                        similar.accept(words, other);
                    }
                }
                before.add(words);
            }
        }
    }

    /** So many of the rarest words that a similar name must have one of them. */
    private List<String> rare(Set<String> words, Comparator<String> rarestFirst) {
        int enough = Math.min(words.size(), words.size() - common(words.size()) + 1);
        return words.stream().sorted(rarestFirst).limit(enough).toList();
    }

    /** How many words at least are common to a name of that many words and a similar one. */
    private int common(int size) {
        return share.multiply(BigDecimal.valueOf(size))
                .setScale(0, RoundingMode.CEILING)
                .intValue();
    }

    private boolean similar(Set<String> words, Set<String> others) {
        int common = 0;
        for (String word : others) {
            common += words.contains(word) ? 1 : 0;
        }
        int all = words.size() + others.size() - common;
        return BigDecimal.valueOf(common).compareTo(share.multiply(BigDecimal.valueOf(all))) >= 0;
    }
}
