package org.throughline.findings;

import java.util.List;

/**
 * What a diagnostic could not tell for want of facts.
 *
 * @param missing the files ({@code handoffs}) and columns ({@code steps.team_id}) that would let it be judged, sorted
 * @param subjects how many subjects it concerns
 * @param reason the same as a sentence
 */
public record NotJudged(String diagnostic, List<String> missing, int subjects, String reason) {

    public NotJudged {
        missing = List.copyOf(missing);
    }
}
