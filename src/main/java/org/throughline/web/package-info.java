/** The pages people read, rendered on the server. */
@NullMarked
package org.throughline.web;

import org.jspecify.annotations.NullMarked;
