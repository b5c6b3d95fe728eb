package org.throughline.portfolio;

import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;

/**
 * What would be kept of some files.
 *
 * @param same the number of the snapshot that has the same files; null where a new one would be made
 */
public record Trial(@Nullable Long same, Advice advice) {}
