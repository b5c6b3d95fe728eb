package org.throughline.findings;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a rule file or in a table beside it, in the words of whoever writes rules. It is data: the console text, the page and
 * the JSON are views of it.
 *
 * @param file path in the rules folder
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1, in characters; 0 where a whole line or file is meant
 * @param length of what the column points at, in characters, at least 1
 * @param rule name of the rule it is in, or null
 * @param found what is wrong
 * @param fix what to do
 * @param text the line as it stands in the file, or empty where no line is meant
 */
public record Flaw(
        Weight weight,
        String file,
        int line,
        int column,
        int length,
        @Nullable String rule,
        String found,
        String fix,
        String text)
        implements Comparable<Flaw> {

    /** Whether rules with it can be used. */
    public enum Weight {
        /** They cannot. */
        ERROR,
        /** They can; somebody should look at it. */
        WARNING
    }

    public boolean isError() {
        return weight == Weight.ERROR;
    }

    /** As they stand in the files. */
    @Override
    public int compareTo(Flaw other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        int byColumn = byLine != 0 ? byLine : Integer.compare(column, other.column);
        int byWeight = byColumn != 0 ? byColumn : weight.compareTo(other.weight);
        return byWeight != 0 ? byWeight : found.compareTo(other.found);
    }
}
