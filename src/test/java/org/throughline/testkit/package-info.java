/** Sentences for tests: organisations as they are told or generated from a seed, results to show, the application as it runs. */
@NullMarked
package org.throughline.testkit;

import org.jspecify.annotations.NullMarked;
