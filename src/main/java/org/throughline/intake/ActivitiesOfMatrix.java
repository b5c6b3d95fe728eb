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

/** The activities of a matrix are steps, by id or name. It seldom says which workflow it is of: those steps do. */
final class ActivitiesOfMatrix {

    private static final Attribute WORKFLOW = Kind.RESPONSIBILITY.attribute("workflow_id");
    private static final Attribute OF = Kind.STEP.attribute("workflow_id");
    private static final Attribute ID = Kind.STEP.attribute("id");
    private static final Attribute STEP = Kind.RESPONSIBILITY.attribute("step_id");

    private final Map<String, List<Draft>> steps = new HashMap<>();
    private final Set<String> workflows = new LinkedHashSet<>();
    private final ProblemList problems;

    ActivitiesOfMatrix(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.problems = problems;
        for (Draft step : drafts.get(Kind.STEP)) {
            add(step.text(ID), step);
            add(step.text(Kind.STEP.attribute("name")), step);
            addWorkflow(step.text(OF));
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

    /** Finds the steps, and the workflow of each row that lacks it, where a step or the only workflow tells; that is said once. */
    void find(SheetDrafts sheet) {
        if (sheet.roles().areNone()) {
            return;
        }
        if (sheet.mapping().feeds(WORKFLOW) || sheet.constants().contains(WORKFLOW)) {
            sheet.drafts().forEach(this::findStep);
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

    private void findStep(Draft draft) {
        String workflow = draft.text(WORKFLOW);
        List<Draft> found = steps(draft).stream()
                .filter(step -> workflow != null && workflow.equals(step.text(OF)))
                .toList();
        if (found.size() == 1) {
            draft.set(STEP, String.valueOf(found.get(0).text(ID)));
        }
    }

    /** Those of that id or name. */
    private List<Draft> steps(Draft draft) {
        String activity = draft.text(STEP);
        return activity == null
                ? List.of()
                : steps.getOrDefault(Texts.fold(activity), List.of()).stream()
                        .distinct()
                        .toList();
    }

    private boolean fillIn(Draft draft) {
        List<Draft> found = steps(draft);
        List<String> of = found.stream().map(step -> step.text(OF)).distinct().toList();
        if (of.size() == 1 && of.get(0) != null) {
            draft.set(WORKFLOW, of.get(0));
            String id = found.get(0).text(ID);
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
