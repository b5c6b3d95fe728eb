/** What the shipped rules say of small organisations: past a limit, at it, and with the fact unknown. */
@NullMarked
package org.throughline.rules;

import org.jspecify.annotations.NullMarked;
