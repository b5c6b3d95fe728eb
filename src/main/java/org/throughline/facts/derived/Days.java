package org.throughline.facts.derived;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code days(...)} in a rule says of several dates, some of which may be unknown.
 *
 * @param earliest of the known ones, or null of none
 * @param latest of the known ones, or null of none
 * @param count how many there are, unknown ones included
 */
public record Days(@Nullable LocalDate earliest, @Nullable LocalDate latest, int count) {

    /** The latest date, or the given one where none is known. */
    public @Nullable LocalDate latestOr(@Nullable LocalDate otherwise) {
        return latest == null ? otherwise : latest;
    }
}
