package org.throughline.history;

import java.time.Instant;
import java.util.List;

/**
 * What somebody supposed about the facts of a snapshot, kept beside it.
 *
 * @param edits each as a text that whoever supposes can read
 */
public record Scenario(String name, List<String> edits, Instant keptAt, String keptBy) {

    public Scenario {
        edits = List.copyOf(edits);
    }
}
