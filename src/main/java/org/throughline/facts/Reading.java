package org.throughline.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an input: the facts, everything that people should know about how they were read, and, per file, what was
 * recognised in it.
 *
 * @param portfolio null where nothing could be used; then at least one problem says why
 * @param problems sorted by file, row and column
 * @param sheets in the order they were read
 */
public record Reading(@Nullable Portfolio portfolio, List<Problem> problems, List<SheetReading> sheets) {

    public Reading {
        problems = List.copyOf(problems);
        sheets = List.copyOf(sheets);
    }

    /** Whether anything was not read: a cell, a row or a file. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
