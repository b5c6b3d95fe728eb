package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * A cell in another spelling than the canonical one.
 *
 * @param readAs the canonical spelling
 * @param note why people should know, as the start of a sentence about such cells; null where the reading is beyond doubt
 */
record Mended(Object value, String readAs, @Nullable String note) {}
