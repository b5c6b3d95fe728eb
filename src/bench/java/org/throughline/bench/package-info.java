/** How fast it is: organisations of any size, and the engine beside the same diagnostics written by hand. */
@NullMarked
package org.throughline.bench;

import org.jspecify.annotations.NullMarked;
