/** The HTTP interface under {@code /api/v1}: JSON in, JSON or a problem document out. */
@NullMarked
package org.throughline.api;

import org.jspecify.annotations.NullMarked;
