package org.throughline.findings;

/**
 * What one rule file looks for, as its documentation says.
 *
 * @param id {@code A1}
 * @param slug {@code undecided-proof}
 * @param title what is wrong, in about ten words
 * @param section the section of the article that argues it
 * @param subject what a finding of it is about
 * @param severity the lowest it is reported with; a further rule may raise it
 * @param remedy the kind of recommendation that follows
 * @param documentation why it matters, when it fires, when it stays silent
 * @param file where it stands, from the rules folder: {@code diagnostics/proof/A1-undecided-proof.drl}
 */
public record Diagnostic(
        String id,
        String slug,
        String title,
        String section,
        SubjectType subject,
        Severity severity,
        String remedy,
        String documentation,
        String file) {}
