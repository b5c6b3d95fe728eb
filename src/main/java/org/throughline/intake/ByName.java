package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/**
 * References to workflows and use cases by their names instead of their ids. A text that is no id of a listed one becomes the id of the one
 * whose name it is, if of exactly one; people and teams have their {@link Directory}.
 */
final class ByName {

    private static final List<Kind> NAMED = List.of(Kind.WORKFLOW, Kind.USE_CASE);

    private final Map<Kind, List<Draft>> drafts;
    private final ProblemList problems;
    private final Map<Kind, Listed> listed = new HashMap<>();

    ByName(Map<Kind, List<Draft>> drafts, ProblemList problems) {
        this.drafts = drafts;
        this.problems = problems;
    }

    /** The ids and the names of a kind's rows; a name of several is nobody's. */
    private record Listed(Map<String, Draft> ids, Map<String, String> names) {

        static Listed of(Kind kind, List<Draft> rows) {
            Map<String, Draft> ids = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            for (Draft row : rows) {
                String id = row.text(kind.attribute("id"));
                String name = row.text(kind.attribute("name"));
                if (id != null) {
                    ids.put(id, row);
                    names.merge(name == null ? "" : Texts.fold(name), id, (one, other) -> one.equals(other) ? one : "");
                }
            }
            names.values().removeIf(String::isEmpty);
            return new Listed(ids, names);
        }

        /** The id of the one that the text names, or null where it is an id itself, or names nobody. */
        @Nullable
        String idByName(String text) {
            return ids.containsKey(text) ? null : names.get(Texts.fold(text));
        }
    }

    void resolve() {
        for (Kind kind : Kind.values()) {
            for (Attribute column : kind.attributes()) {
                if (!drafts.get(kind).isEmpty()) {
                    resolve(kind, column);
                }
            }
        }
    }

    private void resolve(Kind kind, Attribute column) {
        Map<String, Mention> found = new LinkedHashMap<>();
        Kind to = column.refersTo();
        boolean named = to != null && NAMED.contains(to) && !drafts.get(to).isEmpty();
        if (named || column.name().equals("subject_id")) {
            drafts.get(kind).forEach(draft -> resolve(draft, column, found));
        }
        found.values().forEach(this::report);
    }

    private void resolve(Draft draft, Attribute column, Map<String, Mention> found) {
        Kind to = Mentions.subjectOf(draft, column);
        Object value = draft.get(column);
        if (to == null || !NAMED.contains(to)) {
            return;
        }
        if (value instanceof String text) {
            draft.set(column, id(to, text, draft, column, found));
        } else if (value instanceof List<?> texts) {
            List<String> ids = new ArrayList<>();
            texts.forEach(text -> ids.add(id(to, (String) text, draft, column, found)));
            draft.set(column, ids.stream().distinct().toList());
        }
    }

    private String id(Kind to, String text, Draft draft, Attribute column, Map<String, Mention> found) {
        String id = listed.computeIfAbsent(to, kind -> Listed.of(kind, drafts.get(kind)))
                .idByName(text);
        if (id == null) {
            return text;
        }
        found.computeIfAbsent(text, name -> new Mention(id, name, null, draft, column)).count++;
        return id;
    }

    private void report(Mention mention) {
        Kind to = Objects.requireNonNull(Mentions.subjectOf(mention.draft, mention.column));
        problems.warning(
                mention.draft.sheet.file(),
                mention.draft.row,
                mention.draft.header(mention.column),
                mention.name,
                "The name of a " + to.singular().replace('_', ' ') + " instead of its id"
                        + (mention.count == 1 ? "." : ", in " + mention.count + " cells."),
                "An id of a row of " + to.table() + ".",
                "Nothing, if that one is meant.",
                mention.id);
    }
}
