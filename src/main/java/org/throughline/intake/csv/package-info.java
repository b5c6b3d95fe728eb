/** Bytes to records of cells: encoding, dialect, records and their rows. It knows nothing of facts; the only user of OpenCSV. */
@NullMarked
package org.throughline.intake.csv;

import org.jspecify.annotations.NullMarked;
