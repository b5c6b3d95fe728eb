package org.throughline.facts;

import org.jspecify.annotations.Nullable;

/**
 * Something in the input that could not be taken as it was, or was taken in a way that people should know of. It is data: the console
 * line, the table in the page and the JSON are views of it.
 *
 * @param file the file as the user named it, or null where the problem is of the input as a whole
 * @param row as a spreadsheet counts (the header is row 1), or null for a whole file or column
 * @param column the header as the file has it, or null
 * @param value what was found, in the file's own spelling, or null
 * @param found what is wrong with it, in words
 * @param expected what would have been read
 * @param fix what to do
 * @param readAs what was taken instead, or null where nothing was
 */
public record Problem(
        Severity severity,
        @Nullable String file,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String value,
        String found,
        String expected,
        String fix,
        @Nullable String readAs) {

    /** How much was lost. */
    public enum Severity {
        /** Something was not read: a cell, a row or a file. */
        ERROR,
        /** All was read; people should know how. */
        WARNING
    }
}
