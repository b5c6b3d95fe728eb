package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * In which order rules are best tried: what reads only given facts first, then what reads those results, and so on; what judges comes
 * last. A rule that is tried before all that it reads is there works for nothing: what it derived is taken back, with all that rests on
 * it. The order changes nothing in what is found, so reading it off the text is good enough.
 */
final class Layers {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern RULE =
            Pattern.compile("(?ms)^rule\\s+\"([^\"]+)\".*?^\\s*when\\b(.*?)^\\s*then\\b(.*?)^\\s*end\\b");
    private static final Pattern READ = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+([A-Z]\\w*)\\s*\\(");

    /** @param reads types of the facts it reads, without those it makes itself */
    private record Reading(String rule, Set<String> reads, Set<String> makes) {}

    private final List<Reading> rules = new ArrayList<>();
    private final Map<String, Integer> layers = new HashMap<>();

    private Layers(Collection<String> texts) {
        texts.forEach(this::read);
        for (int i = 0; i < rules.size() && raise(); i++) {}
    }

    /** The layer of each rule by its name, from 0, to be tried first. */
    static Map<String, Integer> of(Collection<String> texts) {
        Layers layers = new Layers(texts);
        int last =
                layers.layers.values().stream().mapToInt(layer -> layer).max().orElse(0) + 1;
        return layers.rules.stream()
                .collect(Collectors.toMap(
                        Reading::rule, rule -> rule.makes().isEmpty() ? last : layers.of(rule), Math::max));
    }

    private void read(String text) {
        Matcher rule = RULE.matcher(COMMENT.matcher(text).replaceAll(""));
        while (rule.find()) {
            Set<String> makes = names(MADE, rule.group(3));
            Set<String> reads = names(READ, rule.group(2));
            reads.removeAll(makes);
            rules.add(new Reading(rule.group(1), reads, makes));
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Whether something had to be raised above what it is made from; a circle rises until nobody looks any more. */
    private boolean raise() {
        boolean raised = false;
        for (Reading rule : rules) {
            int above = of(rule) + 1;
            for (String made : rule.makes()) {
                raised |= above > layers.getOrDefault(made, 0);
                layers.merge(made, above, Math::max);
            }
        }
        return raised;
    }

    private int of(Reading rule) {
        return rule.reads().stream()
                .mapToInt(read -> layers.getOrDefault(read, 0))
                .max()
                .orElse(0);
    }
}
