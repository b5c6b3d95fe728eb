/** What was compiled, on disk between two runs: in a folder that nobody else can write, for who can write it decides what is run. */
@NullMarked
package org.throughline.rulebook.cache;

import org.jspecify.annotations.NullMarked;
