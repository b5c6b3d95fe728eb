package org.throughline.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Person;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.SubjectType;

/**
 * By what a thing is known again when its id is another: its name, and marks such as its team and its tool.
 *
 * @param id as it is now
 * @param name as people write it
 * @param marks what else, by what it is; only what is known
 */
record Traits(String id, String name, Map<String, String> marks) {

    /** @param first gives the first id of a team, workflow or step of the same snapshot; ids of others differ without meaning anything */
    static Traits of(Fact fact, Firsts first) {
        Map<String, String> marks = new LinkedHashMap<>();
        if (fact instanceof UseCase it) {
            put(marks, "team", it.teamId(), first.of(SubjectType.TEAM));
            put(marks, "tool", it.tool(), Names::folded);
            put(marks, "workflow", it.workflowId(), first.of(SubjectType.WORKFLOW));
        } else if (fact instanceof Workflow it) {
            put(marks, "owner", it.ownerId(), first.of(SubjectType.PERSON));
        } else if (fact instanceof Team it) {
            put(marks, "parent team", it.parentId(), first.of(SubjectType.TEAM));
        } else if (fact instanceof Person it) {
            put(marks, "e-mail address", it.email(), Names::folded);
        } else if (fact instanceof Step it) {
            put(marks, "workflow", it.workflowId(), first.of(SubjectType.WORKFLOW));
            put(marks, "team", it.teamId(), first.of(SubjectType.TEAM));
        } else if (fact instanceof Friction it) {
            put(marks, "workflow", it.workflowId(), first.of(SubjectType.WORKFLOW));
            put(marks, "kind", it.kind() == null ? null : it.kind().name(), UnaryOperator.identity());
            return new Traits(it.key(), it.description() == null ? it.key() : it.description(), marks);
        }
        return new Traits(fact.key(), fact.label(), marks);
    }

    private static void put(Map<String, String> marks, String what, @Nullable String value, UnaryOperator<String> as) {
        if (value != null && !value.isBlank()) {
            marks.put(what, as.apply(value));
        }
    }

    /** Whether both say something of one mark, and not the same. */
    boolean contradicts(Traits other) {
        return marks.entrySet().stream()
                .anyMatch(mark -> other.marks.containsKey(mark.getKey())
                        && !mark.getValue().equals(other.marks.get(mark.getKey())));
    }

    /** The marks that both have alike, as words: {@code team and tool}. */
    String alike(Traits other) {
        return String.join(
                " and ",
                marks.entrySet().stream()
                        .filter(mark -> mark.getValue().equals(other.marks.get(mark.getKey())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** First ids, type by type. */
    @FunctionalInterface
    interface Firsts {
        UnaryOperator<String> of(SubjectType type);
    }
}
