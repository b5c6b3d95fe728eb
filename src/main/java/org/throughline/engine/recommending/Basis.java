package org.throughline.engine.recommending;

/** What a finding stands on: facts that are there, or what was assumed where they are not. The better first. */
enum Basis {
    OBSERVED,
    ASSUMED;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
