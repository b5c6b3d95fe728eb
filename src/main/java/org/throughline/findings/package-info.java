/** What the rules found: a diagnostic about a subject, with the evidence it rests on. */
@NullMarked
package org.throughline.findings;

import org.jspecify.annotations.NullMarked;
