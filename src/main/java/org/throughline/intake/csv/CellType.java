package org.throughline.intake.csv;

/** Whether a text looks like one cell: a number, a date, a word, an address; not like several run together. */
final class CellType {

    private static final String MARKS_OF_FIGURES = "+-.,:/%$€£¥()'TZ ";

    private CellType() {}

    /** 1 for what is surely one cell, 0 for what is surely none, between them for what could be either. */
    static double likeness(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return 0.7;
        }
        int letters = 0;
        int digits = 0;
        int others = 0;
        int delimiters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (Character.isLetter(c)) {
                letters++;
            } else if (c == ',' || c == ';' || c == '\t' || c == '|' || c == '"') {
                delimiters++;
            } else {
                others++;
            }
        }
        if (digits > 0 && isFigure(text)) {
            return delimiters > 1 ? 0.6 : 1;
        }
        boolean address = text.startsWith("http") || text.indexOf('@') > 0;
        if (delimiters == 0 && (address || others <= 2 + (letters + digits) / 3)) {
            return 0.9;
        }
        return delimiters <= 1 + (letters + digits) / 25 ? 0.6 : 0.1;
    }

    private static boolean isFigure(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && MARKS_OF_FIGURES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
