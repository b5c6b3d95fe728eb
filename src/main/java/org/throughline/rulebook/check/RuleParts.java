package org.throughline.rulebook.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.throughline.rulebook.check.Tokens.Token;

/** A rule file cut into its rules, so that each edit in it can be made alone. */
public final class RuleParts {

    private final String head;
    private final Map<String, String> rules = new LinkedHashMap<>();

    private RuleParts(String file, String text) {
        List<ReadRule> read = FileReader.read(file, text).rules();
        head = read.isEmpty() ? text : text.substring(0, read.get(0).from());
        for (int i = 0; i < read.size(); i++) {
            int to = i + 1 < read.size() ? read.get(i + 1).from() : text.length();
            rules.put(read.get(i).name(), text.substring(read.get(i).from(), to));
        }
    }

    /** Of a file without errors; an empty text has none. */
    public static RuleParts of(String file, String text) {
        return new RuleParts(file, text);
    }

    /** The names of rules that are not the same in both, or not there; comments and blanks do not count. */
    public SortedSet<String> differing(RuleParts other) {
        SortedSet<String> names = new TreeSet<>(rules.keySet());
        names.addAll(other.rules.keySet());
        names.removeIf(name -> words(text(name)).equals(words(other.text(name))));
        return names;
    }

    /** Whether they differ in comments and blanks at most. */
    public boolean saysTheSameAs(RuleParts other) {
        return words(head).equals(words(other.head)) && differing(other).isEmpty();
    }

    /** The whole text, with one rule as it is in the other; with the other's imports, which that rule may need. */
    public String with(String rule, RuleParts other) {
        Map<String, String> edited = new LinkedHashMap<>(rules);
        if (other.rules.containsKey(rule)) {
            edited.put(rule, "\n" + other.text(rule));
        } else {
            edited.remove(rule);
        }
        return other.head + String.join("", edited.values());
    }

    private String text(String rule) {
        return rules.getOrDefault(rule, "");
    }

    private static List<String> words(String text) {
        try {
            return Tokens.of(text, 0, text.length()).stream()
                    .map(Token::written)
                    .toList();
        } catch (Misread e) {
            return List.of(text);
        }
    }
}
