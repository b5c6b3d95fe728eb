/**
 * Figures and standings that the rules in {@code rules/derived} work out once, from the facts, for other rules to judge. A term that is
 * not known has no fact here.
 */
@NullMarked
package org.throughline.facts.derived;

import org.jspecify.annotations.NullMarked;
