/**
 * An organisation over time, in plain Java: the same thing under another id, what became of advice, how well the whole scales, what changed
 * between two days. It keeps nothing; {@code store} does.
 */
@NullMarked
package org.throughline.history;

import org.jspecify.annotations.NullMarked;
