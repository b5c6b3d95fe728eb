package org.throughline.facts.derived;

import java.util.Set;

/**
 * A list of texts that analysts edit beside the rules.
 *
 * @param name its file without the ending: {@code stopwords}
 * @param values as equal texts are written, see {@link org.throughline.facts.Texts#fold}
 */
public record WordList(String name, Set<String> values) {

    public WordList {
        values = Set.copyOf(values);
    }

    /** There is one of each name. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WordList same && name.equals(same.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
