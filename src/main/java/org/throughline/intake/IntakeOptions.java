package org.throughline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How to read.
 *
 * @param asOf the day from which everything counts; what happened after it has not happened
 * @param vocabulary the words that people use for columns and values
 * @param hoursPerDay working hours that a day in a duration stands for
 * @param strict all or nothing: one error, and there is no portfolio
 */
public record IntakeOptions(
        LocalDate asOf, Vocabulary vocabulary, BigDecimal hoursPerDay, boolean strict, Limits limits) {

    public static IntakeOptions of(LocalDate asOf, Vocabulary vocabulary) {
        return new IntakeOptions(asOf, vocabulary, BigDecimal.valueOf(8), false, Limits.DEFAULT);
    }

    public IntakeOptions withHoursPerDay(BigDecimal hours) {
        return new IntakeOptions(asOf, vocabulary, hours, strict, limits);
    }

    public IntakeOptions withStrict(boolean allOrNothing) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, allOrNothing, limits);
    }

    public IntakeOptions withLimits(Limits other) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, strict, other);
    }
}
