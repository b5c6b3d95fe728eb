package org.throughline.findings;

import java.util.List;

/**
 * What became of a scenario.
 *
 * @param scenario its folder's name
 * @param differences how what came out differs from what it expects, a sentence each; none where it passed
 */
public record Verdict(String scenario, List<String> differences) {

    public Verdict {
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
