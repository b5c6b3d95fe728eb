package org.throughline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.findings.SubjectType;

/** A handoff is the same where the steps on both its sides are. */
final class Borders {

    private final Lineage lineage;
    private final Portfolio before;
    private final Portfolio now;

    Borders(Supplier<Lineage> lineage, Portfolio before, Portfolio now) {
        this.lineage = lineage.get();
        this.before = before;
        this.now = now;
    }

    List<Link> links(long number, Instant at) {
        Set<String> was = before.handoffs().stream().map(Handoff::key).collect(Collectors.toSet());
        List<Link> links = new ArrayList<>();
        for (Handoff border : now.handoffs()) {
            String first = first(border);
            if (!was.contains(border.key()) && was.contains(first)) {
                String evidence = "\"" + first + "\" and \"" + border.key() + "\": same steps on both sides";
                links.add(new Link(
                        SubjectType.HANDOFF,
                        first,
                        border.key(),
                        number,
                        Link.Status.TAKEN,
                        evidence,
                        1,
                        at,
                        "import"));
            }
        }
        return links;
    }

    private String first(Handoff border) {
        String workflow = lineage.first(SubjectType.WORKFLOW, border.workflowId());
        return workflow + "/" + step(border, border.fromStepId()) + "->" + step(border, border.toStepId());
    }

    private String step(Handoff border, String id) {
        String first = lineage.first(SubjectType.STEP, border.workflowId() + "/" + id);
        return first.substring(first.indexOf('/') + 1);
    }
}
