package org.throughline.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit log.
 *
 * @param actor the one who did it; null: anybody
 * @param outcome done, refused or failed; null: any
 * @param from the first day, in UTC; null: since there is a log
 * @param to the last day, in UTC; null: until today
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String outcome,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    /** As instants are written, so that texts compare as they do; digits and T alone, as collations differ in all else. */
    String firstInstant() {
        return from == null ? "0000" : from + "T";
    }

    String endInstant() {
        return to == null ? "9999-12-31T" : to.plusDays(1) + "T";
    }
}
