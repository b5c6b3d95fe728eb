/**
 * The diagnostics written by hand: what a careful engineer gets out of plain Java and hash maps, and so the limit that the rules are
 * measured against. No rule can be edited here, nothing says what could not be judged, and nothing is taken back when a fact changes.
 */
@NullMarked
package org.throughline.bench.byhand;

import org.jspecify.annotations.NullMarked;
