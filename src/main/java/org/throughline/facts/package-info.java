/**
 * What the organisation told us: one record per row of an inventory, with its units, its source (file, row, column) and, for every
 * attribute, whether it is known, known to be missing (absent) or unknown. Nothing here reads a file or judges anything.
 */
@NullMarked
package org.throughline.facts;

import org.jspecify.annotations.NullMarked;
