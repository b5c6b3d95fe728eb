package org.throughline.findings;

import java.util.List;

/**
 * A threshold could be another one, and every scenario would still pass: one is missing that shows what it is for.
 *
 * @param changes what was tried and nobody noticed, in words: {@code raised to 37.5}
 * @param diagnostics ids of those whose rules compare with it, where their scenarios belong
 */
public record Unnoticed(Threshold threshold, List<String> changes, List<String> diagnostics) {

    public Unnoticed {
        changes = List.copyOf(changes);
        diagnostics = List.copyOf(diagnostics);
    }
}
