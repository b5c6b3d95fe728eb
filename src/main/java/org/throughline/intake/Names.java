package org.throughline.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;

/** Texts that stand for people and teams become their ids. */
final class Names {

    private final Map<Kind, List<Draft>> drafts;
    private final Directory teams;
    private final Directory people;

    Names(Map<Kind, List<Draft>> drafts) {
        this.drafts = drafts;
        this.teams = new Directory(Kind.TEAM, drafts.get(Kind.TEAM));
        this.people = new Directory(Kind.PERSON, drafts.get(Kind.PERSON));
    }

    Directory teams() {
        return teams;
    }

    Directory people() {
        return people;
    }

    /** In the order of tables, rows and columns: the first spelling counts. */
    void resolveAll() {
        for (Kind kind : Kind.values()) {
            List<Attribute> columns = new ArrayList<>();
            for (Attribute attribute : kind.attributes()) {
                AttributeType type = attribute.type();
                if (type == AttributeType.PERSON || type == AttributeType.TEAM || type == AttributeType.TEAMS) {
                    columns.add(attribute);
                }
            }
            for (Draft draft : drafts.get(kind)) {
                columns.forEach(column -> resolve(draft, column));
            }
        }
    }

    private void resolve(Draft draft, Attribute column) {
        Object value = draft.get(column);
        String above = column.name().equals("team_id") ? draft.teamAbove : null;
        if (above != null) {
            draft.set(column, teams.resolve((String) value, above, draft, column));
        } else if (value instanceof String text) {
            String id = (column.type() == AttributeType.PERSON ? people : teams).resolve(text, draft, column);
            draft.set(column, column.type() == AttributeType.TEAMS ? List.of(id) : id);
        } else if (value != null) {
            draft.set(column, resolveList((List<?>) value, draft, column));
        }
    }

    private List<String> resolveList(List<?> texts, Draft draft, Attribute column) {
        Set<String> ids = new LinkedHashSet<>();
        texts.forEach(text -> ids.add(teams.resolve((String) text, draft, column)));
        return List.copyOf(ids);
    }
}
