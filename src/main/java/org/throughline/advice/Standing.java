package org.throughline.advice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a live use case stands between a pilot and a standard, as the rules derive it.
 *
 * @param standard whether it is declared the expected way of working
 * @param declaredOn the day it was declared so; null where it is not, or nobody knows since when
 * @param settled whether a decision says what becomes of it; true of a standard
 * @param assumed whether it is taken as neither declared nor settled because nobody knows
 */
public record Standing(
        String useCaseId, boolean standard, @Nullable LocalDate declaredOn, boolean settled, boolean assumed) {}
