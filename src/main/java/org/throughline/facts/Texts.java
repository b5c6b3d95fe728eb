package org.throughline.facts;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** When two texts are equal (after NFKC, in lower case, with runs of white space as one blank, trimmed), and how ids are ordered. */
public final class Texts {

    /** By Unicode code point, which differs from {@link String#compareTo} beyond the basic plane. */
    public static final Comparator<String> BY_CODE_POINT = Texts::compareCodePoints;

    private Texts() {}

    /** The form in which equal texts are the same string. */
    public static String fold(String text) {
        String lower = isPlain(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return collapse(lower);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static int compareCodePoints(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean bothOrNoSurrogates = Character.isSurrogate(x) == Character.isSurrogate(y);
                return bothOrNoSurrogates ? x - y : (Character.isSurrogate(x) ? 1 : -1);
            }
        }
        return a.length() - b.length();
    }
}
