package org.throughline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.access.Reader;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;

/** What somebody supposed and gave a name: kept beside the snapshot where the facts are one, else with the files for as long as those are. */
@Component
class Supposings {

    private final Portfolios portfolios;

    Supposings(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /** Edits by name. */
    Map<String, List<String>> of(Workspace workspace) {
        if (!workspace.isKept()) {
            return workspace.scenarios();
        }
        Map<String, List<String>> kept = new LinkedHashMap<>();
        portfolios.scenarios(snapshot(workspace)).forEach(it -> kept.put(it.name(), it.edits()));
        return kept;
    }

    void keep(Workspace workspace, String name, List<String> edits) {
        if (workspace.isKept()) {
            portfolios.suppose(
                    snapshot(workspace), name, edits, Reader.current().name());
        } else {
            workspace.keep(name, edits);
        }
    }

    void forget(Workspace workspace, String name) {
        if (workspace.isKept()) {
            portfolios.forgetScenario(
                    snapshot(workspace), name, Reader.current().name());
        } else {
            workspace.forget(name);
        }
    }

    private SnapshotCard snapshot(Workspace workspace) {
        String[] parts = workspace.key().split("~", 2);
        return portfolios.snapshot(parts[0], Long.parseLong(parts[1]));
    }
}
