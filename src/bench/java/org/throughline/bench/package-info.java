/** How fast it is: organisations of any size, and the engine beside the same diagnostics written by hand, as SQL and for other rule engines. */
@NullMarked
package org.throughline.bench;

import org.jspecify.annotations.NullMarked;
