package org.throughline.engine.recommending;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Team;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;
import org.throughline.findings.SubjectType;

/** Looks up who decides, column by column; where none of them names anybody, says who must be named. */
final class Deciders {

    private static final int SHOWN = 3;

    private final Terrain terrain;
    private final Remedies remedies;

    Deciders(Terrain terrain, Remedies remedies) {
        this.terrain = terrain;
        this.remedies = remedies;
    }

    String decider(Group group) {
        Place place = group.place();
        for (String column : group.remedy().decider()) {
            String person = named(column, place);
            if (person != null) {
                return remedies.words()
                        .say("decides", "person", terrain.personName(person), "role", remedies.roleOf(column));
            }
        }
        return place.equals(Place.ORGANISATION) ? heads(group) : nobody(group);
    }

    /** Above several teams without one above them all, their heads decide. */
    private String heads(Group group) {
        List<String> roots = group.jobs().stream()
                .map(job -> terrain.topOf(job.place()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(root -> root, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Texts.BY_CODE_POINT)))
                .map(root -> terrain.name(Place.team(root.getKey())))
                .toList();
        Words words = remedies.words();
        return roots.isEmpty()
                ? words.say("organisation_decides")
                : words.say("heads_decide", "teams", words.list(roots, SHOWN));
    }

    private String nobody(Group group) {
        List<String> roles = group.remedy().decider().stream()
                .map(remedies::roleOf)
                .distinct()
                .toList();
        String columns = group.remedy().decider().stream().distinct().collect(Collectors.joining(", "));
        String either = roles.isEmpty() ? "" : roles.get(roles.size() - 1);
        return remedies.words().say("nobody_decides", "role", either, "columns", columns);
    }

    private @Nullable String named(String column, Place place) {
        int dot = column.indexOf('.');
        String attribute = column.substring(dot + 1);
        return switch (column.substring(0, dot)) {
            case "teams" -> lead(place, attribute);
            case "use_cases" ->
                place.type() == SubjectType.USE_CASE ? text(terrain.useCases.get(place.id()), attribute) : null;
            case "workflows" -> text(workflow(place), attribute);
            case "frictions" ->
                place.type() == SubjectType.FRICTION ? text(terrain.frictions.get(place.id()), attribute) : null;
            default -> null;
        };
    }

    private @Nullable Fact workflow(Place place) {
        if (place.type() == SubjectType.USE_CASE) {
            UseCase useCase = terrain.useCases.get(place.id());
            return useCase == null || useCase.workflowId() == null ? null : terrain.workflows.get(useCase.workflowId());
        }
        return place.type() == SubjectType.WORKFLOW ? terrain.workflows.get(place.id()) : null;
    }

    /** The lead of the place's team, else of the next one above that has a lead. */
    private @Nullable String lead(Place place, String attribute) {
        String from = place.equals(Place.ORGANISATION) ? terrain.root() : terrain.teamOf(place);
        for (String id : terrain.teamsOver(from)) {
            Team team = terrain.teams.get(id);
            String lead = team == null ? null : text(team, attribute);
            if (lead != null) {
                return lead;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable Fact fact, String attribute) {
        return fact == null
                ? null
                : (String) fact.value(fact.factKind().attribute(attribute).index());
    }
}
