package org.throughline.app;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
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
            here = last == null ? 0 : last.number();
            if (claim(rules, attempt, origin) != null) {
                return;
            }
            last = versions.last();
        }
        here = last.number();
    }

    /**
     * Takes the place after the version that is live here.
     *
     * @return null where another process has made others live meanwhile
     */
    @Nullable
    RuleVersion claim(Rules rules, Attempt attempt, Origin origin) {
        if (newer() != null) {
            return null;
        }
        RuleVersion version = version(rules, attempt, origin);
        try {
            @Nullable RuleVersion kept = versions.keep(rules.past(), version, here);
            here = kept == null ? here : kept.number();
            return kept;
        } catch (IOException | UnusableException e) { // they are live all the same
            warn("The version of the rules that is live now cannot be kept there: " + e.getMessage() + ".");
            return version;
        }
    }

    /** Gives that place back: they could not be made live. */
    void withdraw(RuleVersion claimed) {
        if (claimed.number() == here) {
            here--;
            try {
                versions.withdraw(claimed.number());
            } catch (IOException e) {
                warn("Version " + claimed.number() + ", which never was live, cannot be taken away: " + e.getMessage()
                        + ".");
            }
        }
    }

    private void warn(String found) {
        news.warned(new Problem(
                Problem.Severity.WARNING,
                versions.place(),
                null,
                null,
                null,
                found,
                "A folder that can be written.",
                "Let whoever runs this program write there, or name another folder: --data DIR.",
                null));
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
        int last = versions.lastNumber();
        return last > here ? versions.one(last) : null;
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
