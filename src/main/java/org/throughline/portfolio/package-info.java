/** The sequence over time, in one readable place: import, snapshot, assess, follow through. The edges start from {@link Portfolios}. */
@NullMarked
package org.throughline.portfolio;

import org.jspecify.annotations.NullMarked;
