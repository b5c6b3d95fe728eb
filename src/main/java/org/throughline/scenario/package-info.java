/** Scenario folders: a story's facts, what the advisor must find in them and what it must not, and whether it does. */
@NullMarked
package org.throughline.scenario;

import org.jspecify.annotations.NullMarked;
