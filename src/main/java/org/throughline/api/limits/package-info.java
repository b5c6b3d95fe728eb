/** How much work the service takes on at a time and from one client, and what it says to those whom it turns away. */
@NullMarked
package org.throughline.api.limits;

import org.jspecify.annotations.NullMarked;
