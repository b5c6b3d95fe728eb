package org.throughline.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleFiles;

/** The facts that edited rules are tried on: where they come from files, they are read anew with each edit's words. */
public final class TriedFacts {

    private final Function<RuleFiles, Portfolio> reading;
    private final boolean readAnew;
    private final Map<SortedMap<String, String>, Portfolio> read = new HashMap<>();

    private TriedFacts(Function<RuleFiles, Portfolio> reading, boolean readAnew) {
        this.reading = reading;
        this.readAnew = readAnew;
    }

    /** Facts that were read before: other words and mappings change nothing in them. */
    public static TriedFacts of(Portfolio portfolio) {
        return new TriedFacts(words -> portfolio, false);
    }

    /**
     * Facts that can be read anew.
     *
     * @param first as they were read with the words of {@code rules}
     * @param reading reads them with the synonyms and mappings of other rules
     */
    public static TriedFacts reading(Portfolio first, RuleFiles rules, Function<RuleFiles, Portfolio> reading) {
        TriedFacts facts = new TriedFacts(reading, true);
        facts.read.put(words(rules), first);
        return facts;
    }

    boolean areReadAnew() {
        return readAnew;
    }

    /** As they are read with these rules. */
    Portfolio with(RuleFiles rules) {
        return read.computeIfAbsent(words(rules), same -> reading.apply(rules));
    }

    private static SortedMap<String, String> words(RuleFiles rules) {
        SortedMap<String, String> words = new TreeMap<>(rules.texts());
        words.keySet().removeIf(file -> !isWords(file));
        return words;
    }

    /** Whether a file of the rules folder says how facts are read. */
    static boolean isWords(String file) {
        return file.equals("synonyms.csv") || file.startsWith("mappings/");
    }
}
