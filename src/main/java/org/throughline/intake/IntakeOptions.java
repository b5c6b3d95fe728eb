package org.throughline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param asOf the day from which everything counts; what happened after it has not happened
 * @param vocabulary the words that people use for columns and values
 * @param hoursPerDay working hours that a day in a duration stands for
 * @param strict all or nothing: one error, and there is no portfolio
 * @param mappings known kinds of spreadsheets, each found by its header row
 * @param mapping the one that the user chose for all files, or null
 */
public record IntakeOptions(
        LocalDate asOf,
        Vocabulary vocabulary,
        BigDecimal hoursPerDay,
        boolean strict,
        Limits limits,
        Supplier<List<Mapping>> mappings,
        @Nullable Mapping mapping) {

    public static IntakeOptions of(LocalDate asOf, Vocabulary vocabulary) {
        return new IntakeOptions(asOf, vocabulary, BigDecimal.valueOf(8), false, Limits.DEFAULT, List::of, null);
    }

    public IntakeOptions withHoursPerDay(BigDecimal hours) {
        return new IntakeOptions(asOf, vocabulary, hours, strict, limits, mappings, mapping);
    }

    public IntakeOptions withStrict(boolean allOrNothing) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, allOrNothing, limits, mappings, mapping);
    }

    public IntakeOptions withLimits(Limits other) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, strict, other, mappings, mapping);
    }

    /** Mappings that are taken by themselves where a file's headers show that they were made for it; asked for only where one may. */
    public IntakeOptions withMappings(Supplier<List<Mapping>> known) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, strict, limits, known, mapping);
    }

    /** The mapping for every file that has one of its columns, whatever its headers. */
    public IntakeOptions withMapping(@Nullable Mapping chosen) {
        return new IntakeOptions(asOf, vocabulary, hoursPerDay, strict, limits, mappings, chosen);
    }

    IntakeOptions withVocabulary(Vocabulary other) {
        return new IntakeOptions(asOf, other, hoursPerDay, strict, limits, mappings, mapping);
    }
}
