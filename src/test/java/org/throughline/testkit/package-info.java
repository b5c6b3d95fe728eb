/** Builders, assertions and extensions that let tests read as sentences. */
@NullMarked
package org.throughline.testkit;

import org.jspecify.annotations.NullMarked;
