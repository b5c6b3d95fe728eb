/** Accumulate functions that rules call by name: {@code amounts}, {@code days}, {@code steps}, {@code gaps}, {@code alike}. */
@NullMarked
package org.throughline.engine.functions;

import org.jspecify.annotations.NullMarked;
