/** Pages of the log-in, of one's own account, and of whoever manages accounts. */
@NullMarked
package org.throughline.web.people;

import org.jspecify.annotations.NullMarked;
