package org.throughline.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's {@code expected.yaml}.
 *
 * @param asOf the day from which durations count
 * @param complete true where nothing else may fire
 * @param completeFor diagnostics of which nothing else may fire
 * @param findings that must fire
 * @param silent that must not fire
 * @param notJudged that could not be judged, with some of what is missing
 * @param recommendations that are among the first ten, in this order
 * @param amongTheFirst that are among the first ten
 * @param howMany of some kinds of recommendation, in all
 */
record Expected(
        LocalDate asOf,
        boolean complete,
        List<String> completeFor,
        List<Firing> findings,
        List<Firing> silent,
        List<Unknown> notJudged,
        List<Advised> recommendations,
        List<Advised> amongTheFirst,
        List<Counted> howMany) {

    Expected {
        completeFor = orEmpty(completeFor);
        findings = orEmpty(findings);
        silent = orEmpty(silent);
        notJudged = orEmpty(notJudged);
        recommendations = orEmpty(recommendations);
        amongTheFirst = orEmpty(amongTheFirst);
        howMany = orEmpty(howMany);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A diagnostic about a subject, as {@code use_case:uc-1}; severity null where any will do. */
    record Firing(
            String diagnostic,
            String subject,
            @Nullable String severity,
            @Nullable String because) {

        String key() {
            return diagnostic + " " + subject;
        }
    }

    record Unknown(
            String diagnostic,
            List<String> missing,
            @Nullable String because) {

        Unknown {
            missing = orEmpty(missing);
        }
    }

    /** A recommendation; subject and tier null where any will do. */
    record Advised(
            String kind,
            @Nullable String subject,
            @Nullable String tier,
            @Nullable String because) {

        @Override
        public String toString() {
            return subject == null ? kind : kind + " " + subject;
        }
    }

    /** So many recommendations of a kind, wherever they rank. */
    record Counted(String kind, int count, @Nullable String because) {}
}
