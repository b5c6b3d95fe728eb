package org.throughline.report;

import java.util.List;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus;
import org.throughline.findings.RulesStatus.Attempt;
import org.throughline.findings.Verdict;

/** What became of an edit of the rules, for a log and for a page. */
public final class RulesStatusText {

    private static final int SHOWN = 20;
    private static final int DIGITS = "sha256:".length() + 12;

    private RulesStatusText() {}

    /** Several lines where something is wrong. */
    public static String of(RulesStatus status) {
        Attempt attempt = status.attempt();
        StringBuilder out = new StringBuilder(headline(status));
        if (attempt != null && status.isRefused()) {
            out.append('\n');
            Page page = new Page(Screen.PLAIN, out);
            List<Flaw> errors = attempt.errors();
            FlawText.write(errors.subList(0, Math.min(SHOWN, errors.size())), Screen.PLAIN, out);
            attempt.failed().stream().limit(SHOWN).forEach(verdict -> TrialText.failed(verdict, page));
            int more = Math.max(0, errors.size() - SHOWN)
                    + Math.max(0, attempt.failed().size() - SHOWN);
            page.paragraph(
                    0, (more > 0 ? "And " + more + " more: /api/v1/rules/status has all. " : "") + advice(attempt));
        }
        return out.toString().stripTrailing();
    }

    /** {@code The rules in the folder are refused: 1 error. Live meanwhile: sha256:3f2a91..., 315 rules from rules.} */
    public static String headline(RulesStatus status) {
        String live =
                abridged(status.digest()) + ", " + Words.count(status.count(), "rule") + " from " + status.source();
        Attempt attempt = status.attempt();
        if (attempt == null || !status.isRefused()) {
            return "The rules are live: " + live + "." + (attempt == null ? "" : " " + attempt.tests());
        }
        return "The rules in the folder are refused: " + reason(attempt) + ". Live meanwhile: " + live + ".";
    }

    private static String reason(Attempt attempt) {
        int errors = attempt.errors().size();
        return errors > 0
                ? Words.count(errors, "error")
                : Words.count(attempt.failed().size(), "scenario") + " of " + attempt.scenarios() + " failed";
    }

    private static String advice(Attempt attempt) {
        List<Verdict> failed = attempt.failed();
        return failed.isEmpty()
                ? "Mend the files: they are looked at again as soon as they are saved."
                : "Mend the rules, or what the scenario expects: both are looked at again as soon as they are saved.";
    }

    private static String abridged(String digest) {
        return digest.length() <= DIGITS ? digest : digest.substring(0, DIGITS) + "…";
    }
}
