/** What rules may do: the list itself, the check of their compiled classes against it, and the limits under which they run. */
@NullMarked
package org.throughline.rulebook.safe;

import org.jspecify.annotations.NullMarked;
