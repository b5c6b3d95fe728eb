package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** What a file is, by its first bytes, whatever it is called. */
enum Nature {
    TEXT(null, ""),
    EMPTY("An empty file.", "Export it again, with a header row and the rows below it."),
    WORKBOOK(null, ""),
    OLD_WORKBOOK("An old Excel workbook (.xls), not a CSV file.", "Save it as CSV (UTF-8) or .xlsx and read that."),
    ZIP("A ZIP archive under another name.", "Rename it to end in .zip, or unpack it."),
    GZIP(null, ""),
    PDF("A PDF document, not a CSV file.", "Export the table from where it was made, as CSV."),
    IMAGE("A picture, not a CSV file.", "Export the table that it shows, as CSV."),
    HTML("A web page, not a CSV file.", "Download the table itself; often one must sign in first."),
    BINARY("A file that is not text, so no CSV file.", "Export the table as CSV (UTF-8) and read that.");

    final @Nullable String found;
    final String fix;

    Nature(@Nullable String found, String fix) {
        this.found = found;
        this.fix = fix;
    }

    static Nature of(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, "PK\3\4")) {
            String names = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
            return names.contains("[Content_Types].xml") || names.contains("xl/") ? WORKBOOK : ZIP;
        }
        if (starts(head, "\u00d0\u00cf\u0011\u00e0")) {
            return OLD_WORKBOOK;
        }
        if (starts(head, "\u001f\u008b")) {
            return GZIP;
        }
        if (starts(head, "%PDF")) {
            return PDF;
        }
        if (starts(head, "\u0089PNG") || starts(head, "\u00ff\u00d8\u00ff") || starts(head, "GIF8")) {
            return IMAGE;
        }
        return isPage(head) ? HTML : ofCharacters(head);
    }

    private static boolean isPage(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 512), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("\u00ef\u00bb\u00bf", "")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    private static Nature ofCharacters(byte[] head) {
        boolean marked = head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
        int control = 0;
        boolean blank = true;
        for (byte b : head) {
            control += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
            blank &= b == ' ' || b == '\t' || b == '\n' || b == '\r';
        }
        if (blank) {
            return EMPTY;
        }
        return !marked && control * 20 > head.length && !isWide(head) ? BINARY : TEXT;
    }

    /** Text of two bytes a character: about every other byte is zero, always the first or always the second. */
    private static boolean isWide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int more = Math.max(zeros[0], zeros[1]);
        return more * 10 > head.length / 2 * 7 && Math.min(zeros[0], zeros[1]) * 20 < head.length;
    }

    private static boolean starts(byte[] head, String signature) {
        for (int i = 0; i < signature.length(); i++) {
            if (i >= head.length || (head[i] & 0xFF) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
