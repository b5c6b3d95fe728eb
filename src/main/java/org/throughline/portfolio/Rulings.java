package org.throughline.portfolio;

/** The tables beside the rules that say how advice is followed. */
final class Rulings {

    static final String REASONS = "advice/decline-reasons.csv";

    private Rulings() {}
}
