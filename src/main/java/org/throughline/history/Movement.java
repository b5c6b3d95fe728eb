package org.throughline.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Step;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.SubjectType;

/** What moved between two snapshots in the flow of work, or in who works with what. */
final class Movement {

    private final Moment before;
    private final Moment now;
    private final Map<String, String> shows;

    /** @param shows what a column's change is a sign of: {@code flow} or {@code adoption}, by its qualified name */
    Movement(Moment before, Moment now, Map<String, String> shows) {
        this.before = before;
        this.now = now;
        this.shows = shows;
    }

    /**
     * @param moved in words; empty where nothing moved
     * @param known whether there was anything to see it by
     */
    record Seen(List<String> moved, boolean known) {}

    /**
     * @param places the workflows and use cases looked at, as {@code workflows/wf-1}; all there are where empty
     * @param sign {@code flow}, {@code adoption}, or {@code either}
     */
    Seen at(Set<String> places, String sign) {
        Set<String> ids = new TreeSet<>(before.byId().keySet());
        ids.addAll(now.byId().keySet());
        List<String> moved = new ArrayList<>();
        boolean known = false;
        for (String id : ids) {
            Fact was = before.fact(id);
            Fact is = now.fact(id);
            Fact any = Objects.requireNonNull(was == null ? is : was);
            if (shownBy(any.factKind(), sign).isEmpty() || !belongs(any, was == null ? now : before, places)) {
                continue;
            }
            known = known || was != null && is != null && knows(was, is, sign);
            compare(id, was, is, sign, moved);
        }
        return new Seen(moved, known || !moved.isEmpty());
    }

    private List<Attribute> shownBy(Kind kind, String sign) {
        return kind.attributes().stream()
                .filter(column -> {
                    String shown = shows.get(column.qualifiedName());
                    return shown != null && (sign.equals("either") || shown.equals(sign));
                })
                .toList();
    }

    private boolean knows(Fact was, Fact is, String sign) {
        return shownBy(was.factKind(), sign).stream()
                .anyMatch(column -> was.known(column.name()) && is.known(column.name()));
    }

    private void compare(String id, @Nullable Fact was, @Nullable Fact is, String sign, List<String> moved) {
        if (was == null || is == null) {
            boolean told = now.facts().knows(kindOf(id)) && before.facts().knows(kindOf(id));
            if (told) {
                moved.add(id + (was == null ? " came" : " went"));
            }
            return;
        }
        for (Attribute column : shownBy(was.factKind(), sign)) {
            boolean told = !was.unknown(column.name()) && !is.unknown(column.name());
            Object old = was.value(column.index());
            Object current = is.value(column.index());
            if (told && !Cells.same(old, current)) {
                moved.add(id + ", " + column.name() + ": " + Cells.word(old) + " → " + Cells.word(current));
            }
        }
    }

    private static Kind kindOf(String id) {
        return Objects.requireNonNull(Kind.ofTable(id.substring(0, id.indexOf('/'))));
    }

    private static boolean belongs(Fact fact, Moment in, Set<String> places) {
        if (places.isEmpty()) {
            return true;
        }
        Set<String> of = new HashSet<>();
        if (fact instanceof Workflow it) {
            of.add(workflow(in, it.id()));
        } else if (fact instanceof Step it) {
            of.add(workflow(in, it.workflowId()));
        } else if (fact instanceof Handoff it) {
            of.add(workflow(in, it.workflowId()));
        } else if (fact instanceof Friction it && it.workflowId() != null) {
            of.add(workflow(in, it.workflowId()));
        } else if (fact instanceof Adoption it) {
            of.add("use_cases/" + in.first(SubjectType.USE_CASE, it.useCaseId()));
        } else if (fact instanceof UseCase) {
            of.add(in.id(fact));
        }
        of.retainAll(places);
        return !of.isEmpty();
    }

    static String workflow(Moment in, String id) {
        return "workflows/" + in.first(SubjectType.WORKFLOW, id);
    }
}
