package org.throughline.portfolio;

import org.throughline.advice.Advice;
import org.throughline.history.SnapshotCard;

/**
 * What came of an import.
 *
 * @param isNew false where there was a snapshot of the same files already
 */
public record Imported(SnapshotCard snapshot, boolean isNew, Advice advice) {}
