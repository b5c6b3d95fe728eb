package org.throughline.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.app.NotPublishedException.Why;
import org.throughline.app.RulesFolder.Contents;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus;
import org.throughline.rulebook.RuleFiles;

/** What has to be the case before rules are even looked at that somebody wants to be live. */
final class Publishing {

    private final RulesFolder folder;
    private final RuleVersions versions;
    private final boolean byAnother;

    /** @param byAnother whether whoever wrote rules may not publish them */
    Publishing(RulesFolder folder, RuleVersions versions, boolean byAnother) {
        this.byAnother = byAnother;
        this.folder = folder;
        this.versions = versions;
    }

    /**
     * @return what the folder holds
     * @throws NotPublishedException if something stands against it
     */
    RuleFiles permit(Publication asked, RulesStatus live, boolean publishable) {
        if (!publishable) {
            throw NotPublishedException.of(
                    Why.FIXED,
                    "These rules are in no folder, so nothing can be published.",
                    "Copy the folder rules, and start with --rules and its name.");
        }
        if (byAnother && asked.of() == null && asked.by().equals(asked.writtenBy())) {
            throw NotPublishedException.of(
                    Why.ALONE,
                    "Here another publishes what somebody wrote: setting throughline.publishing.by-another.",
                    "Hand the draft over; another publisher looks at it, and publishes it or hands it back.");
        }
        if (asked.note().isBlank()) {
            throw NotPublishedException.of(
                    Why.INCOMPLETE, "There is no note.", "Say in a sentence what changes for the advice, and why.");
        }
        if (!asked.seen().equals(live.digest())) {
            throw moved(asked);
        }
        if (asked.files().digest().equals(live.digest())) {
            throw NotPublishedException.of(
                    Why.INCOMPLETE, "Nothing differs from the live rules.", "Change something first.");
        }
        return atRest(asked, live);
    }

    /** Others are live than those that were seen. */
    NotPublishedException moved(Publication asked) {
        @Nullable RuleVersion last = versions.last();
        List<TextDiff> theirs = versions.all().stream()
                .filter(it -> it.digest().equals(asked.seen()))
                .findFirst()
                .filter(seen -> last != null)
                .map(seen -> TextDiff.of(versions.files(seen), versions.files(last)))
                .orElse(List.of());
        return NotPublishedException.conflict(
                "Somebody else published in between"
                        + (last == null
                                ? "."
                                : ": version " + last.number() + " by " + last.by() + ", \"" + last.note() + "\"."),
                "Look at both, bring the draft up to the live rules, and publish again.",
                last,
                theirs);
    }

    /** An edit in the folder that is not live would be lost, or become live together with this. */
    private RuleFiles atRest(Publication asked, RulesStatus live) {
        Contents found = folder.read();
        if (found.files() != null && found.files().digest().equals(live.digest())) {
            return workbooks(found.files(), asked.files());
        }
        @Nullable RuleVersion last = versions.last();
        List<TextDiff> theirs =
                found.files() == null || last == null ? List.of() : TextDiff.of(versions.files(last), found.files());
        throw NotPublishedException.conflict(
                "The rules folder holds an edit that is not live.",
                "Mend it or take it back there, and publish again.",
                last,
                theirs);
    }

    private static RuleFiles workbooks(RuleFiles found, RuleFiles asked) {
        for (String path : TextDiff.changed(found, asked)) {
            String workbook = path.replaceAll("[.]csv$", ".xlsx");
            if (path.endsWith(".csv") && found.text(workbook) != null) {
                throw NotPublishedException.of(
                        Why.FIXED,
                        path + " is kept as a workbook, which is not written here.",
                        "Edit " + workbook + " in the rules folder: it goes live from there.");
            }
        }
        return found;
    }
}
