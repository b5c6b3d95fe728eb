/** A second, plain statement of every diagnostic, written from the specification's words alone, which the rules are compared with. */
@NullMarked
package org.throughline.oracle;

import org.jspecify.annotations.NullMarked;
