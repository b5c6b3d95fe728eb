/** Findings to few, ranked recommendations, by the tables and texts in {@code rules/advice}, {@code tiers.csv} and {@code effort.csv}. */
@NullMarked
package org.throughline.engine.recommending;

import org.jspecify.annotations.NullMarked;
