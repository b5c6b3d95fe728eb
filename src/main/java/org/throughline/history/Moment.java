package org.throughline.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.findings.SubjectType;

/** Facts and advice of one snapshot, by the ids that stay the same over time. */
public final class Moment {

    private final Portfolio facts;
    private final Advice advice;
    private final Lineage lineage;
    private final Map<String, Fact> byId = new HashMap<>();
    private final Map<String, Fact> byOwnId = new HashMap<>();
    private final Map<String, String> firstIds = new HashMap<>();
    private final Map<String, Finding> findings = new HashMap<>();
    private final Map<String, Recommendation> recommendations = new HashMap<>();

    public Moment(Portfolio facts, Advice advice, Lineage lineage) {
        this.facts = facts;
        this.advice = advice;
        this.lineage = lineage;
        for (Fact fact : facts.all()) {
            byId.putIfAbsent(id(fact), fact);
            byOwnId.putIfAbsent(fact.factKind().table() + "/" + fact.key(), fact);
        }
        for (Finding finding : advice.findings()) {
            findings.put(lineage.finding(finding), finding);
            firstIds.put(finding.id(), lineage.finding(finding));
        }
        advice.recommendations().forEach(it -> recommendations.put(lineage.recommendation(it), it));
    }

    Portfolio facts() {
        return facts;
    }

    Advice advice() {
        return advice;
    }

    /** A fact's table and its key, with first ids wherever ids of others are part of it. */
    String id(Fact fact) {
        return fact.factKind().table() + "/" + key(fact);
    }

    private String key(Fact fact) {
        Kind kind = fact.factKind();
        return switch (kind) {
            case USE_CASE, WORKFLOW, STEP, HANDOFF, TEAM, PERSON, FRICTION ->
                lineage.first(SubjectType.of(kind), fact.key());
            case ADOPTION -> {
                String useCase = String.valueOf(fact.value(0));
                String team = String.valueOf(fact.value(1));
                yield lineage.first(SubjectType.USE_CASE, useCase) + "/" + lineage.first(SubjectType.TEAM, team);
            }
            default -> fact.key();
        };
    }

    /** A fact's value, where it refers to others with their first ids in place of those of the day. */
    @Nullable
    Object value(Fact fact, Attribute column) {
        Object value = fact.value(column.index());
        Kind kind = column.refersTo();
        boolean followed = kind != null
                && kind != Kind.STEP
                && kind.attributes().get(0).name().equals("id");
        if (!followed || column.kind() == Kind.DECISION) {
            return value;
        }
        SubjectType type = SubjectType.of(kind);
        if (value instanceof List<?> ids) {
            return ids.stream()
                    .map(id -> lineage.first(type, String.valueOf(id)))
                    .toList();
        }
        return value == null ? null : lineage.first(type, value.toString());
    }

    /** The fact of an id over time ({@code use_cases/uc-7}), or null. */
    @Nullable
    Fact fact(String id) {
        return byId.get(id);
    }

    Map<String, Fact> byId() {
        return byId;
    }

    /** By id over time. */
    Map<String, Finding> findings() {
        return findings;
    }

    /** By id over time. */
    Map<String, Recommendation> recommendations() {
        return recommendations;
    }

    /** The fact that evidence names by the id of the day, or null. */
    @Nullable
    Fact named(String id) {
        return byOwnId.get(id);
    }

    String first(SubjectType type, String id) {
        return lineage.first(type, id);
    }

    /** Ids over time of the findings that a recommendation answers. */
    Set<String> answered(Recommendation it) {
        Set<String> ids = new HashSet<>();
        it.findings().forEach(id -> ids.add(firstIds.getOrDefault(id, id)));
        return ids;
    }
}
