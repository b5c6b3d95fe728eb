package org.throughline.intake;

/**
 * How much is read before we stop and say so. Each limit is named in its message as it is here.
 *
 * @param fileBytes of one file, unpacked
 * @param rows of one file
 * @param columns of one file
 * @param cellCharacters of one cell
 * @param files of one input, those inside a ZIP included
 * @param expansion how many times its size a packed file may unpack to, beyond the first 16 MB
 */
public record Limits(long fileBytes, int rows, int columns, int cellCharacters, int files, int expansion) {

    public static final Limits DEFAULT = new Limits(2L << 30, 5_000_000, 5_000, 100_000, 1_000, 200);
}
