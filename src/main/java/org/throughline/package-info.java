/** From facts about pilots and the organisation around them to ranked, explained advice. Starts here, see {@link Throughline}. */
@NullMarked
package org.throughline;

import org.jspecify.annotations.NullMarked;
