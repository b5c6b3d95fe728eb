/** Who asks, and what they may do: log-in, sessions, tokens, the table of who may do what, and the audit log. */
@NullMarked
package org.throughline.access;

import org.jspecify.annotations.NullMarked;
