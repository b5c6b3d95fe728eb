package org.throughline.intake;

import java.util.function.UnaryOperator;

/**
 * How much is read before we stop and say so. Each is a setting, which its message names: {@code throughline.limit.columns}.
 *
 * @param fileBytes of one file, unpacked
 * @param rows of one file or sheet
 * @param columns of one file or sheet
 * @param cellCharacters of one cell
 * @param lineCharacters of one line; it must fit into memory several times
 * @param files of one input, those inside a ZIP included
 * @param expansion how many times its size a packed file may unpack to, beyond the first 16 MB
 */
public record Limits(
        long fileBytes, int rows, int columns, int cellCharacters, int lineCharacters, int files, int expansion) {

    public static final Limits DEFAULT = new Limits(2L << 30, 5_000_000, 5_000, 100_000, 16 << 20, 1_000, 200);

    private static final String SETTING = "throughline.limit.";

    /**
     * The limits that settings give, the others as they are by default.
     *
     * @param settings a setting's text by its name, or null: {@code System::getProperty}
     * @throws IllegalArgumentException if one is no whole number from 1 up; the message is a sentence
     */
    public static Limits of(UnaryOperator<String> settings) {
        return new Limits(
                told(settings, "fileBytes", DEFAULT.fileBytes, Long.MAX_VALUE),
                (int) told(settings, "rows", DEFAULT.rows, Integer.MAX_VALUE),
                (int) told(settings, "columns", DEFAULT.columns, Integer.MAX_VALUE),
                (int) told(settings, "cellCharacters", DEFAULT.cellCharacters, Integer.MAX_VALUE),
                (int) told(settings, "lineCharacters", DEFAULT.lineCharacters, 1 << 30),
                (int) told(settings, "files", DEFAULT.files, Integer.MAX_VALUE),
                (int) told(settings, "expansion", DEFAULT.expansion, Integer.MAX_VALUE));
    }

    private static long told(UnaryOperator<String> settings, String limit, long otherwise, long most) {
        String text = settings.apply(SETTING + limit);
        if (text == null) {
            return otherwise;
        }
        boolean digits = text.matches("\\d{1,18}");
        if (!digits || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(
                    SETTING + limit + " is " + Words.quote(text) + ", not a whole number from 1 to " + most + ".");
        }
        return Long.parseLong(text);
    }

    /** "At most 5000 columns (setting throughline.limit.columns)." */
    String atMost(long limit, String what, String name) {
        return "At most " + limit + " " + what + " (setting " + SETTING + name + ").";
    }
}
