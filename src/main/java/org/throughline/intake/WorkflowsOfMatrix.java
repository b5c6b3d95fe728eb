package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/** A matrix of activities and roles seldom says which workflow it is of: the steps that its activities name do. */
final class WorkflowsOfMatrix {

    private static final Attribute WORKFLOW = Kind.RESPONSIBILITY.attribute("workflow_id");
    private static final Attribute STEP = Kind.RESPONSIBILITY.attribute("step_id");

    private final Map<String, List<Draft>> steps = new HashMap<>();
    private final Set<String> workflows = new LinkedHashSet<>();
    private final ProblemList problems;

    WorkflowsOfMatrix(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.problems = problems;
        for (Draft step : drafts.get(Kind.STEP)) {
            add(step.text(Kind.STEP.attribute("id")), step);
            add(step.text(Kind.STEP.attribute("name")), step);
            addWorkflow(step.text(Kind.STEP.attribute("workflow_id")));
        }
        drafts.get(Kind.WORKFLOW).forEach(workflow -> addWorkflow(workflow.text(Kind.WORKFLOW.attribute("id"))));
    }

    private void add(@Nullable String text, Draft step) {
        if (text != null) {
            steps.computeIfAbsent(Texts.fold(text), key -> new ArrayList<>()).add(step);
        }
    }

    private void addWorkflow(@Nullable String id) {
        if (id != null) {
            workflows.add(id);
        }
    }

    /** Fills in the workflow of each row that lacks it, where a step or the only workflow tells; says so once. */
    void fillIn(SheetDrafts sheet) {
        boolean told = sheet.mapping().feeds(WORKFLOW) || sheet.constants().contains(WORKFLOW);
        if (sheet.roles().areNone() || told) {
            return;
        }
        long filled = sheet.drafts().stream().filter(this::fillIn).count();
        if (filled > 0) {
            problems.warning(
                    sheet.sheet().file(),
                    null,
                    WORKFLOW.name(),
                    null,
                    "No column that says which workflow the activities belong to.",
                    "A column " + WORKFLOW.name() + ", unless the steps tell.",
                    "Nothing, if that is right; else add the column.",
                    "the workflow of the step of that id or name, else the only workflow");
        } else {
            problems.error(
                    sheet.sheet().file(),
                    null,
                    WORKFLOW.name(),
                    null,
                    "No column that says which workflow the activities belong to, and no step of their names.",
                    "A column " + WORKFLOW.name() + ", or a file of steps that have these ids or names.",
                    "Add the column, or the file.");
        }
    }

    private boolean fillIn(Draft draft) {
        String activity = draft.text(STEP);
        List<Draft> found = activity == null ? List.of() : steps.getOrDefault(Texts.fold(activity), List.of());
        List<String> of = found.stream()
                .map(step -> step.text(Kind.STEP.attribute("workflow_id")))
                .distinct()
                .toList();
        if (of.size() == 1 && of.get(0) != null) {
            draft.set(WORKFLOW, of.get(0));
            String id = found.get(0).text(Kind.STEP.attribute("id"));
            if (found.size() == 1 && id != null) {
                draft.set(STEP, id);
            }
            return true;
        }
        if (of.isEmpty() && workflows.size() == 1) {
            draft.set(WORKFLOW, workflows.iterator().next());
            return true;
        }
        return false;
    }
}
