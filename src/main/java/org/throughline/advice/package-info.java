/** What to do about the findings: few recommendations, ranked, each with what it rests on. */
@NullMarked
package org.throughline.advice;

import org.jspecify.annotations.NullMarked;
