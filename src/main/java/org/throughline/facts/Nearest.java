package org.throughline.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The words that somebody may have meant who wrote another. */
public final class Nearest {

    private static final int SHOWN = 3;
    private static final int LONGEST = 60;

    private Nearest() {}

    /** At most three, the nearest first; none that differs in more than two letters in five. */
    public static List<String> to(String word, Collection<String> known) {
        record Candidate(String word, int distance) {}
        String folded = Texts.fold(word);
        if (folded.length() > LONGEST) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (String other : known) {
            int most = Math.max(1, Math.min(folded.length(), other.length()) * 2 / 5);
            if (Math.abs(other.length() - folded.length()) <= most) {
                int distance = distance(folded, Texts.fold(other));
                if (distance <= most) {
                    candidates.add(new Candidate(other, distance));
                }
            }
        }
        candidates.sort(
                Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word, Texts.BY_CODE_POINT));
        return candidates.stream().limit(SHOWN).map(Candidate::word).toList();
    }

    /** Letters to insert, remove or replace. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
