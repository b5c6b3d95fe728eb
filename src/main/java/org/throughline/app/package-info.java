/** The sequence, in one readable place: rules and files in, advice out; no Spring, so that every edge starts from here. */
@NullMarked
package org.throughline.app;

import org.jspecify.annotations.NullMarked;
