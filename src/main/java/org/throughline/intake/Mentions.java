package org.throughline.intake;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.DecisionSubject;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.MeasureSubject;
import org.throughline.facts.Nearest;
import org.throughline.facts.Origin;
import org.throughline.facts.Sheet;
import org.throughline.facts.Texts;

/** The facts: of every row that stayed, and of workflows, teams and people that rows only refer to. */
final class Mentions {

    private static final Set<Kind> REFERRED = java.util.EnumSet.of(Kind.WORKFLOW, Kind.STEP, Kind.USE_CASE);

    /** Suggestions are looked for in so many cases, among so many rows: enough to see what is wrong. */
    private static final int SUGGESTED = 100;

    private static final int CANDIDATES = 5_000;

    private final Map<Kind, List<Draft>> drafts;
    private int suggested;
    private final Names names;
    private final Set<String> known;
    private final ProblemList problems;
    private final Map<Kind, Set<String>> listed = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Mention>> mentioned = new EnumMap<>(Kind.class);

    Mentions(Map<Kind, List<Draft>> drafts, Names names, Set<String> known, ProblemList problems) {
        this.drafts = drafts;
        this.names = names;
        this.known = known;
        this.problems = problems;
    }

    Map<Kind, List<? extends Fact>> facts() {
        collect();
        Map<Kind, List<? extends Fact>> facts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            facts.put(kind, Facts.of(kind, drafts.get(kind)));
        }
        addMentioned(
                facts,
                Kind.WORKFLOW,
                mentioned.getOrDefault(Kind.WORKFLOW, Map.of()).values());
        addMentioned(facts, Kind.TEAM, names.teams().mentions());
        addMentioned(facts, Kind.PERSON, names.people().mentions());
        mentioned.forEach((kind, mentions) -> report(kind, List.copyOf(mentions.values())));
        report(Kind.TEAM, List.copyOf(names.teams().mentions()));
        report(Kind.PERSON, List.copyOf(names.people().mentions()));
        return facts;
    }

    /** What rows refer to by id and no row is. */
    private void collect() {
        for (Kind kind : Kind.values()) {
            List<Attribute> columns =
                    kind.attributes().stream().filter(Mentions::mayRefer).toList();
            for (Draft draft : columns.isEmpty() ? List.<Draft>of() : drafts.get(kind)) {
                columns.forEach(column -> collect(draft, column));
            }
        }
    }

    private static boolean mayRefer(Attribute column) {
        return column.name().equals("subject_id") || column.refersTo() != null && REFERRED.contains(column.refersTo());
    }

    private void collect(Draft draft, Attribute column) {
        Kind to = subjectOf(draft, column);
        if (to == Kind.WORKFLOW) {
            mention(Kind.WORKFLOW, listed(Kind.WORKFLOW), draft.text(column), draft, column);
        } else if (to == Kind.STEP && draft.sheet.kind() != Kind.STEP) {
            mentionStep(listed(Kind.STEP), draft, column);
        } else if (to == Kind.USE_CASE) {
            for (String id : texts(draft.get(column))) {
                mention(Kind.USE_CASE, listed(Kind.USE_CASE), id, draft, column);
            }
        }
    }

    private Set<String> listed(Kind kind) {
        return listed.computeIfAbsent(kind, key -> ids(kind, kind == Kind.STEP ? kind.attribute("workflow_id") : null));
    }

    private Set<String> ids(Kind kind, @Nullable Attribute scope) {
        Attribute id = kind.attribute("id");
        Set<String> ids = new HashSet<>();
        for (Draft draft : drafts.get(kind)) {
            ids.add(scope == null ? draft.text(id) : draft.text(scope) + "/" + draft.text(id));
        }
        return ids;
    }

    /** The kind that the cell refers to; for a subject_id the row itself says which. */
    static @Nullable Kind subjectOf(Draft draft, Attribute column) {
        if (draft.get(column) == null || !column.name().equals("subject_id")) {
            return draft.get(column) == null ? null : column.refersTo();
        }
        Object type = draft.get(draft.sheet.kind().attribute("subject_type"));
        if (type == DecisionSubject.WORKFLOW || type == MeasureSubject.WORKFLOW) {
            return Kind.WORKFLOW;
        }
        return type == DecisionSubject.USE_CASE || type == MeasureSubject.USE_CASE ? Kind.USE_CASE : null;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof String text ? List.of(text) : Fact.texts(value);
    }

    private void mentionStep(Set<String> steps, Draft draft, Attribute column) {
        Attribute workflow = draft.sheet.kind().attribute("workflow_id");
        if (draft.get(workflow) != null) {
            mention(Kind.STEP, steps, draft.text(workflow) + "/" + draft.text(column), draft, column);
        }
    }

    private void mention(Kind kind, Set<String> listed, @Nullable String id, Draft draft, Attribute column) {
        Map<String, Mention> ofKind = mentioned.computeIfAbsent(kind, key -> new LinkedHashMap<>());
        Mention known = ofKind.get(id);
        if (known == null && id != null && !listed.contains(id)) {
            known = new Mention(id, id, null, draft, column);
            ofKind.put(id, known);
        }
        if (known != null) {
            known.count++;
        }
    }

    @SuppressWarnings("unchecked")
    private static void addMentioned(
            Map<Kind, List<? extends Fact>> facts, Kind kind, java.util.Collection<Mention> mentions) {
        List<Fact> ofKind = (List<Fact>) facts.get(kind);
        mentions.stream()
                .sorted(Comparator.comparing((Mention mention) -> mention.id, Texts.BY_CODE_POINT))
                .forEach(mention -> ofKind.add(fact(kind, mention)));
    }

    /** Known are its id and its name; of a team that is only a text, that none is above it. */
    private static Fact fact(Kind kind, Mention mention) {
        Object[] values = new Object[kind.attributes().size()];
        values[kind.attribute("id").index()] = mention.id;
        values[kind.attribute("name").index()] = mention.name;
        Sheet sheet = mention.draft.sheet;
        if (kind != Kind.TEAM) {
            return Fact.of(kind, Origin.referredTo(sheet, kind, "id", "name"), values);
        }
        Attribute parent = kind.attribute("parent_id");
        values[parent.index()] = mention.parent;
        Origin origin = Origin.referredTo(sheet, kind, "id", "name", "parent_id");
        long absent = mention.parent == null ? 1L << parent.index() : 0;
        return Fact.of(kind, new Origin(origin.sheet(), 0, absent, origin.unknown(), 0), values);
    }

    /** One warning each; where the whole file is missing, one for all. */
    private void report(Kind kind, List<Mention> mentions) {
        if (known.contains(kind.table())) {
            mentions.forEach(mention -> reportOne(kind, mention));
        } else if (!mentions.isEmpty()) {
            reportAll(kind, mentions);
        }
    }

    private void reportOne(Kind kind, Mention mention) {
        Draft draft = mention.draft;
        String rows = mention.count == 1 ? "This row refers" : mention.count + " cells refer";
        boolean ambiguous = kind == Kind.PERSON && names.people().isNameOfSeveral(mention.name)
                || kind == Kind.TEAM && names.teams().isNameOfSeveral(mention.name);
        problems.warning(
                draft.sheet.file(),
                draft.row,
                draft.header(mention.column),
                mention.name,
                ambiguous
                        ? rows + " to " + Words.quote(mention.name) + ", which is the name of several rows of "
                                + kind.table() + "."
                        : rows + " to the " + noun(kind) + " " + Words.quote(mention.name) + ", which has no row in "
                                + kind.table() + ".",
                "An id"
                        + (kind == Kind.PERSON
                                ? ", a name or an e-mail address"
                                : kind == Kind.TEAM ? " or a name" : "")
                        + " of a row of " + kind.table() + ".",
                ambiguous ? "Write the id of the one that is meant." : fix(kind, mention),
                readAs(kind));
    }

    private String fix(Kind kind, Mention mention) {
        boolean worthIt = suggested++ < SUGGESTED && drafts.get(kind).size() < CANDIDATES;
        List<String> near = worthIt ? Nearest.to(mention.name, candidates(kind)) : List.of();
        return near.isEmpty()
                ? "Correct it, or add the row."
                : "Correct it (nearest: " + String.join(", ", near) + "), or add the row.";
    }

    /** What rows of that kind may be called. */
    private Set<String> candidates(Kind kind) {
        Set<String> candidates = new HashSet<>();
        Attribute name = kind.find("name");
        for (Draft draft : drafts.get(kind)) {
            candidates.add(
                    kind == Kind.STEP
                            ? draft.text(kind.attribute("workflow_id")) + "/" + draft.text(kind.attribute("id"))
                            : draft.text(kind.attribute("id")));
            if (name != null && draft.text(name) != null && (kind == Kind.TEAM || kind == Kind.PERSON)) {
                candidates.add(draft.text(name));
            }
        }
        return candidates;
    }

    private void reportAll(Kind kind, List<Mention> mentions) {
        String some = String.join(
                ", ",
                mentions.stream()
                        .limit(5)
                        .map(mention -> Words.quote(mention.name))
                        .toList());
        problems.warning(
                null,
                null,
                null,
                null,
                "No file " + kind.table() + ", though other files refer to " + mentions.size() + " of its rows: " + some
                        + (mentions.size() > 5 ? " and others." : "."),
                "A file " + kind.table() + " with a row for each.",
                "Add the file to have advice that rests on it.",
                readAs(kind));
    }

    private static String noun(Kind kind) {
        return kind.singular().replace('_', ' ');
    }

    private static String readAs(Kind kind) {
        return switch (kind) {
            case PERSON -> "somebody of whom nothing else is known";
            case TEAM -> "a team of which nothing else is known";
            case WORKFLOW -> "a workflow of which nothing else is known";
            default -> "something that is not in the inventory";
        };
    }
}
