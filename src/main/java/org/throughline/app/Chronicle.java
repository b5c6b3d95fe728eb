package org.throughline.app;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.RuleVersion;
import org.throughline.findings.RulesStatus.Attempt;

/** Writes down which rules become live here, and knows whether another process has made others live since. */
final class Chronicle {

    /** How a state of the rules came to be. */
    record Origin(String by, String note, @Nullable Integer of) {

        static final Origin CARRIED = new Origin("the program", "Came with the program.", null);
        static final Origin ASKED = new Origin("whoever started it", "Asked for by digest.", null);
        static final Origin EDITED = new Origin("somebody at the folder", "Edited in the folder.", null);
    }

    private final RuleVersions versions;
    private final InstantSource clock;
    private final RuleNews news;

    /** The number of the version that is live here. */
    private int here;

    Chronicle(RuleVersions versions, InstantSource clock, RuleNews news) {
        this.versions = versions;
        this.clock = clock;
        this.news = news;
    }

    /** As the next version, unless it is the last one still: after a restart, or where another process was first to see an edit. */
    void wrote(Rules rules, Attempt attempt, Origin origin) {
        @Nullable RuleVersion last = versions.last();
        while (last == null || !last.digest().equals(rules.digest())) {
            int number = last == null ? 0 : last.number();
            if (versions.keep(rules.past(), version(rules, attempt, origin), number, news)) {
                here = number + 1;
                return;
            }
            last = versions.last();
        }
        here = last.number();
    }

    /**
     * Takes the place after the version that is live here.
     *
     * @return false where another process has made others live meanwhile
     */
    boolean claims(Rules rules, Attempt attempt, Origin origin) {
        if (newer() != null || !versions.keep(rules.past(), version(rules, attempt, origin), here, news)) {
            return false;
        }
        here++;
        return true;
    }

    /** Gives that place back: they could not be made live. */
    void withdraw() {
        versions.withdraw(here--, news);
    }

    private RuleVersion version(Rules rules, Attempt attempt, Origin origin) {
        return new RuleVersion(
                0,
                rules.digest(),
                clock.instant(),
                origin.by(),
                origin.note(),
                List.of(),
                attempt.tests(),
                origin.of());
    }

    /** The latest that another process has made live since; null where there is none. */
    @Nullable
    RuleVersion newer() {
        @Nullable RuleVersion last = versions.lastNumber() > here ? versions.last() : null;
        return last;
    }

    /** It has been looked at here. */
    void saw(RuleVersion version) {
        here = version.number();
    }

    /** The latest version where files are those of an earlier one: whoever was away while others published; null where they are not. */
    @Nullable
    RuleVersion missed(String digest) {
        @Nullable RuleVersion last = versions.last();
        boolean old = last != null
                && !last.digest().equals(digest)
                && versions.all().stream().anyMatch(it -> it.digest().equals(digest));
        return old ? last : null;
    }
}
