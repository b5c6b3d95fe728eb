package org.throughline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.facts.Problem.Severity;
import org.throughline.facts.Texts;

/** Everything that people should know about one input. */
final class ProblemList {

    private static final Comparator<String> NAMES = Comparator.nullsFirst(Texts.BY_CODE_POINT);
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    Problem::file, Comparator.nullsLast(Texts.BY_CODE_POINT))
            .thenComparing(Problem::row, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::column, NAMES)
            .thenComparing(Problem::found, NAMES);

    private final List<Problem> problems = new ArrayList<>();

    void error(
            @Nullable String file,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String found,
            String expected,
            String fix) {
        problems.add(new Problem(Severity.ERROR, file, row, column, value, found, expected, fix, null));
    }

    void warning(
            @Nullable String file,
            @Nullable Integer row,
            @Nullable String column,
            @Nullable String value,
            String found,
            String expected,
            String fix,
            @Nullable String readAs) {
        problems.add(new Problem(Severity.WARNING, file, row, column, value, found, expected, fix, readAs));
    }

    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** By place, each once; what is said of the input as a whole comes last. */
    List<Problem> sorted() {
        return problems.stream().distinct().sorted(ORDER).toList();
    }
}
