/** A folder of rule files to a compiled, documented rule book. With {@code engine} the only user of Drools. */
@NullMarked
package org.throughline.rulebook;

import org.jspecify.annotations.NullMarked;
