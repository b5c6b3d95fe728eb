/** The advisor as tools and resources for assistants: the Model Context Protocol at {@code /mcp}, without sessions. */
@NullMarked
package org.throughline.api.mcp;

import org.jspecify.annotations.NullMarked;
