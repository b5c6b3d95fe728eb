package org.throughline.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.Attribute;
import org.throughline.facts.Decision;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Measure;
import org.throughline.facts.Origin;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Sheet;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;

/**
 * Facts as they would be. A wait that goes takes its hours out of the lead time, and the other file that tells of the same wait follows; all
 * else stays as it was read, with its rows.
 */
public final class Supposed {

    private static final String WAIT = "wait_h";
    private static final String WAIT_BEFORE = "wait_before_h";
    private static final String LEAD_TIME = "lead_time_h";
    private static final Sheet NOWHERE = new Sheet("what if", Kind.DECISION, Map.of());

    private final LocalDate asOf;
    private final EnumMap<Kind, List<Fact>> facts = new EnumMap<>(Kind.class);
    private final Set<String> known;
    private int decisions;

    private Supposed(Portfolio portfolio) {
        asOf = portfolio.asOf();
        known = new HashSet<>(portfolio.known());
        portfolio.facts().forEach((kind, all) -> facts.put(kind, new ArrayList<>(all)));
    }

    /** @throws WrongUseException with each edit that is of nothing that there is, or of a value that cannot be read */
    public static Portfolio of(Portfolio portfolio, List<Edit> edits) {
        Supposed supposed = new Supposed(portfolio);
        List<Problem> problems = new ArrayList<>();
        for (Edit edit : edits) {
            try {
                supposed.apply(edit);
            } catch (WrongUseException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new WrongUseException(problems);
        }
        return new Portfolio(portfolio.asOf(), Map.copyOf(supposed.facts), supposed.known, "what if");
    }

    private void apply(Edit edit) {
        Kind kind = Kind.ofTable(edit.table());
        if (kind == null) {
            throw wrong(edit, "There is no such file.");
        }
        if (kind == Kind.DECISION) {
            decide(edit);
        } else if (edit.column().equals(Edit.MERGE)) {
            merge(find(Kind.STEP, edit.key(), edit));
        } else {
            set(kind, edit);
        }
    }

    private void set(Kind kind, Edit edit) {
        Attribute attribute = kind.find(edit.column());
        if (attribute == null) {
            throw wrong(edit, "There is no such column.");
        }
        Fact fact = find(kind, edit.key(), edit);
        @Nullable Object value = value(attribute, edit);
        if (kind == Kind.HANDOFF && edit.column().equals(WAIT)) {
            wait((Handoff) fact, (BigDecimal) value);
        } else {
            replace(fact, attribute, value);
        }
    }

    /** Hours that are waited no longer are out of the lead time, too. */
    private void wait(Handoff handoff, @Nullable BigDecimal hours) {
        BigDecimal before = handoff.waitH();
        replace(handoff, Kind.HANDOFF.attribute(WAIT), hours);
        replace(byKey(Kind.HANDOFF, handoff.key()), Kind.HANDOFF.attribute("changed_on"), asOf);
        Step to = (Step) byKey(Kind.STEP, handoff.workflowId() + "/" + handoff.toStepId());
        if (to != null && to.waitBeforeH() != null) {
            before = before == null ? to.waitBeforeH() : before.max(to.waitBeforeH());
            replace(to, Kind.STEP.attribute(WAIT_BEFORE), hours);
        }
        Workflow workflow = (Workflow) byKey(Kind.WORKFLOW, handoff.workflowId());
        if (workflow != null && workflow.leadTimeH() != null && before != null && hours != null) {
            BigDecimal lead = workflow.leadTimeH().subtract(before).add(hours).max(BigDecimal.ZERO);
            replace(workflow, Kind.WORKFLOW.attribute(LEAD_TIME), lead);
        }
    }

    /** What the step did is done in the one that handed to it; the handoff between them is gone with its wait. */
    private void merge(Fact fact) {
        Step step = (Step) fact;
        Handoff into = handoff(step.workflowId(), null, step.id());
        if (into == null) {
            throw WrongUseException.of(
                    step.key(), "No handoff leads to this step.", "A step that another hands to.", "Choose another.");
        }
        wait(into, BigDecimal.ZERO);
        facts.get(Kind.HANDOFF).removeIf(it -> it.key().equals(into.key()));
        facts.get(Kind.STEP).removeIf(it -> it.key().equals(step.key()));
        Step before = (Step) byKey(Kind.STEP, step.workflowId() + "/" + into.fromStepId());
        if (before != null && before.processTimeH() != null && step.processTimeH() != null) {
            BigDecimal both = before.processTimeH().add(step.processTimeH());
            replace(before, Kind.STEP.attribute("process_time_h"), both);
        }
        List.copyOf(facts.get(Kind.HANDOFF)).forEach(it -> lead(it, step, into.fromStepId()));
        List.copyOf(facts.get(Kind.USE_CASE)).forEach(it -> move((UseCase) it, step, into.fromStepId()));
    }

    private void lead(Fact fact, Step gone, String to) {
        Handoff handoff = (Handoff) fact;
        if (handoff.workflowId().equals(gone.workflowId())
                && handoff.fromStepId().equals(gone.id())) {
            replace(handoff, Kind.HANDOFF.attribute("from_step_id"), to);
        }
    }

    private void move(UseCase useCase, Step gone, String to) {
        if (gone.workflowId().equals(useCase.workflowId()) && gone.id().equals(useCase.stepId())) {
            replace(useCase, Kind.USE_CASE.attribute("step_id"), to);
        }
    }

    private @Nullable Handoff handoff(String workflow, @Nullable String from, String to) {
        return facts.get(Kind.HANDOFF).stream()
                .map(Handoff.class::cast)
                .filter(it -> it.workflowId().equals(workflow) && it.toStepId().equals(to))
                .filter(it -> from == null || it.fromStepId().equals(from))
                .findFirst()
                .orElse(null);
    }

    private void decide(Edit edit) {
        String[] subject = edit.key().split(":", 2);
        Kind kind = Kind.DECISION;
        Object[] values = new Object[kind.attributes().size()];
        Origin origin = new Origin(NOWHERE, ++decisions, 0, 0, 0);
        values[0] = "what-if-" + decisions;
        values[kind.attribute("subject_type").index()] = choice(kind.attribute("subject_type"), subject[0], edit);
        values[kind.attribute("subject_id").index()] = subject.length > 1 ? subject[1] : "";
        values[kind.attribute("kind").index()] = choice(kind.attribute("kind"), edit.value(), edit);
        values[kind.attribute("decided_on").index()] = asOf;
        facts.get(kind).add(Decision.of(origin, values));
        known.add(kind.table());
        kind.attributes().forEach(attribute -> known.add(attribute.qualifiedName()));
    }

    private Fact find(Kind kind, String key, Edit edit) {
        Fact found = byKey(kind, key);
        if (found == null) {
            throw wrong(edit, "There is nothing of that id in the facts.");
        }
        return found;
    }

    private @Nullable Fact byKey(Kind kind, String key) {
        for (Fact fact : facts.get(kind)) {
            if (mayBe(fact, key) && fact.key().equals(key)) {
                return fact;
            }
        }
        return null;
    }

    /** Keys that are made of several ids are not made for each row that is passed. */
    private static boolean mayBe(Fact fact, String key) {
        if (fact instanceof Handoff handoff) {
            return key.startsWith(handoff.workflowId());
        }
        return !(fact instanceof Step step) || key.startsWith(step.workflowId());
    }

    private void replace(@Nullable Fact fact, Attribute attribute, @Nullable Object value) {
        if (fact == null) {
            return;
        }
        Kind kind = fact.factKind();
        Object[] values = new Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.value(i);
        }
        values[attribute.index()] = value;
        known.add(attribute.qualifiedName());
        List<Fact> all = facts.get(kind);
        all.set(all.indexOf(fact), made(kind, origin(fact.origin(), attribute, value == null), values));
    }

    private static Origin origin(Origin was, Attribute attribute, boolean absent) {
        long bit = 1L << attribute.index();
        return new Origin(
                was.sheet(),
                was.row(),
                absent ? was.absent() | bit : was.absent() & ~bit,
                was.unknown() & ~bit,
                was.notApplicable() & ~bit);
    }

    private static Fact made(Kind kind, Origin origin, @Nullable Object[] values) {
        return switch (kind) {
            case USE_CASE -> UseCase.of(origin, values);
            case WORKFLOW -> Workflow.of(origin, values);
            case STEP -> Step.of(origin, values);
            case HANDOFF -> Handoff.of(origin, values);
            case TEAM -> Team.of(origin, values);
            case PERSON -> Person.of(origin, values);
            case DECISION -> Decision.of(origin, values);
            case ADOPTION -> Adoption.of(origin, values);
            case RESPONSIBILITY -> Responsibility.of(origin, values);
            case FRICTION -> Friction.of(origin, values);
            case MEASURE -> Measure.of(origin, values);
        };
    }

    private static @Nullable Object value(Attribute attribute, Edit edit) {
        String text = edit.value().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (attribute.type().isNumber()) {
                return new BigDecimal(text);
            }
            if (attribute.type().isDate()) {
                return LocalDate.parse(text);
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            throw wrong(edit, attribute.type().isDate() ? "That is no day: 2026-06-30 is one." : "That is no number.");
        }
        return switch (attribute.type()) {
            case CHOICE -> choice(attribute, text, edit);
            case FLAG -> Boolean.valueOf(text);
            case LIST, TEAMS -> List.of(text.split("\\s*;\\s*"));
            default -> text;
        };
    }

    private static Object choice(Attribute attribute, String text, Edit edit) {
        if (attribute.choices() != null) {
            for (Enum<?> choice : attribute.choices().getEnumConstants()) {
                if (choice.name().equalsIgnoreCase(text)) {
                    return choice;
                }
            }
        }
        throw wrong(edit, "\"" + text + "\" is none of the values of " + attribute.name() + ".");
    }

    private static WrongUseException wrong(Edit edit, String found) {
        return WrongUseException.of(
                edit.table() + "/" + edit.key(), found, "A change of a fact that there is.", "Make it again.");
    }
}
