package org.throughline.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.throughline.app.Advisor;

/** The way from an address to the facts it is about: every page about facts goes through here. */
@Component
class Rooms {

    /** How long a page waits for a reading that has just begun, such as an example's first. */
    private static final long PATIENCE = 10_000;

    private final Workspaces workspaces;
    private final Advisor advisor;

    Rooms(Workspaces workspaces, Advisor advisor) {
        this.workspaces = workspaces;
        this.advisor = advisor;
    }

    /**
     * The advice, with what the frame of its pages needs in the model.
     *
     * @param here which page it is, for the navigation
     * @throws NotReadException if there is no advice yet, or none at all
     */
    Lookup enter(String key, String here, Model model) {
        Workspace workspace = workspaces.find(key);
        @Nullable Outcome outcome = workspace.outcome(PATIENCE);
        if (outcome != null && outcome.lookup() != null && isOutdated(outcome.lookup())) {
            workspaces.judgeAgain(workspace);
            workspace = workspaces.find(key);
            outcome = workspace.outcome(PATIENCE);
        }
        if (outcome == null || outcome.lookup() == null) {
            throw new NotReadException(key);
        }
        frame(workspace, here, model);
        return outcome.lookup();
    }

    private boolean isOutdated(Lookup lookup) {
        return !lookup.advice().rulesDigest().equals(advisor.rules().digest());
    }

    /** What the frame of its pages needs. */
    void frame(Workspace workspace, String here, Model model) {
        model.addAttribute("room", new Room(workspace));
        model.addAttribute("here", here);
    }

    Workspace workspace(String key) {
        return workspaces.find(key);
    }

    /** What the frame says of the facts. */
    public record Room(String key, String title, boolean example, boolean kept, LocalDate asOf) {

        /** Id of the portfolio that it is a snapshot of, or empty. */
        public String portfolio() {
            return kept ? key.substring(0, key.indexOf('~')) : "";
        }

        Room(Workspace it) {
            this(
                    it.key(),
                    it.title(),
                    it.isExample() && !it.isKept(),
                    it.isKept(),
                    it.request().asOf());
        }
    }

    /** There is no advice to show: how the files were read says why. */
    static final class NotReadException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String key;

        private NotReadException(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
