/** Advice, readings and rules as people and machines read them: text, Markdown, HTML, CSV, JSON. It words nothing but labels. */
@NullMarked
package org.throughline.report;

import org.jspecify.annotations.NullMarked;
