package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Friction;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Team;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** The organisation as units within units, and which live use cases each of them concerns. */
final class Terrain {

    private static final String USE_CASES = "use_cases/";

    final Map<String, UseCase> useCases = new HashMap<>();
    final Map<String, Workflow> workflows = new HashMap<>();
    final Map<String, Team> teams = new HashMap<>();
    final Map<String, Person> people = new HashMap<>();
    final Map<String, Friction> frictions = new HashMap<>();

    private final Set<String> live;
    private final Map<Place, Set<String>> liveAt = new HashMap<>();
    private final FlowNames flows;
    private final Map<Place, Optional<String>> common = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> lineages = new HashMap<>();
    private final BigDecimal allItems;

    Terrain(Portfolio portfolio, Set<String> live) {
        this.live = live;
        portfolio.teams().forEach(team -> teams.put(team.id(), team));
        teams.keySet().forEach(team -> lineages.put(team, Collections.unmodifiableSet(climbed(team))));
        portfolio.people().forEach(person -> people.put(person.id(), person));
        portfolio.workflows().forEach(workflow -> workflows.put(workflow.id(), workflow));
        portfolio.frictions().forEach(friction -> frictions.put(friction.id(), friction));
        for (UseCase useCase : portfolio.useCases()) {
            useCases.put(useCase.id(), useCase);
            if (live.contains(useCase.id())) {
                settle(useCase);
            }
        }
        allItems = portfolio.workflows().stream()
                .map(Workflow::itemsPerMonth)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        flows = new FlowNames(portfolio);
    }

    private void settle(UseCase useCase) {
        String id = useCase.id();
        if (useCase.workflowId() != null) {
            at(Place.workflow(useCase.workflowId())).add(id);
        }
        if (useCase.pilotOwnerId() != null) {
            at(person(useCase.pilotOwnerId())).add(id);
        }
        if (useCase.outcomeOwnerId() != null) {
            at(person(useCase.outcomeOwnerId())).add(id);
        }
        lineage(useCase.teamId()).forEach(team -> at(Place.team(team)).add(id));
    }

    private Set<String> at(Place place) {
        return liveAt.computeIfAbsent(place, key -> new HashSet<>());
    }

    private static Place person(String id) {
        return new Place(SubjectType.PERSON, id);
    }

    /** The team and all above it, from below. */
    private Set<String> lineage(@Nullable String team) {
        Set<String> known = lineages.get(team);
        return known == null ? climbed(team) : known;
    }

    private Set<String> climbed(@Nullable String team) {
        Set<String> lineage = new LinkedHashSet<>();
        String next = team;
        while (next != null && lineage.add(next)) {
            Team fact = teams.get(next);
            next = fact == null ? null : fact.parentId();
        }
        return lineage;
    }

    /** Where a finding is answered: at its subject, or at the workflow that its subject belongs to where the remedy is done there. */
    Place base(Subject subject, Remedy remedy) {
        if (remedy.at() == SubjectType.ORGANISATION) {
            return Place.ORGANISATION;
        }
        if (remedy.at() != SubjectType.WORKFLOW) {
            return Place.of(subject);
        }
        String workflow = switch (subject.type()) {
            case STEP, HANDOFF -> workflowOf(subject.id());
            case USE_CASE -> {
                UseCase useCase = useCases.get(subject.id());
                yield useCase == null ? null : useCase.workflowId();
            }
            default -> null;
        };
        return workflow == null ? Place.of(subject) : Place.workflow(workflow);
    }

    /** The workflow of {@code workflow/step}: the longest one that exists, as ids may have slashes. */
    private @Nullable String workflowOf(String id) {
        for (int slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
            String workflow = id.substring(0, slash);
            if (workflows.containsKey(workflow)) {
                return workflow;
            }
        }
        return null;
    }

    /** The next unit above, of those into which the remedy may be folded; null where there is none. */
    @Nullable
    Place above(Place place, Remedy remedy) {
        List<SubjectType> up = remedy.up();
        if (up.contains(SubjectType.WORKFLOW) && place.type() == SubjectType.USE_CASE) {
            UseCase useCase = useCases.get(place.id());
            if (useCase != null && useCase.workflowId() != null) {
                return Place.workflow(useCase.workflowId());
            }
        }
        String team = place.type() == SubjectType.TEAM ? parent(place.id()) : teamOf(place);
        if (up.contains(SubjectType.TEAM) && team != null) {
            return Place.team(team);
        }
        boolean higher = place.type() != SubjectType.ORGANISATION && up.contains(SubjectType.ORGANISATION);
        return higher ? Place.ORGANISATION : null;
    }

    /** The team above; of the teams of a circle the one with the smallest id has none. */
    private @Nullable String parent(String team) {
        Team fact = teams.get(team);
        String above = fact == null ? null : fact.parentId();
        return above != null && lineage(above).contains(team) && isSmallestOfCircle(team) ? null : above;
    }

    private boolean isSmallestOfCircle(String team) {
        return lineage(team).stream()
                .filter(other -> lineage(other).contains(team))
                .allMatch(other -> Texts.BY_CODE_POINT.compare(team, other) <= 0);
    }

    /** The team that a place lies in; of a workflow or friction the lowest that holds all live use cases there; null where none does. */
    @Nullable
    String teamOf(Place place) {
        return switch (place.type()) {
            case TEAM -> place.id();
            case USE_CASE -> {
                UseCase useCase = useCases.get(place.id());
                yield useCase == null ? null : useCase.teamId();
            }
            case PERSON -> {
                Person person = people.get(place.id());
                yield person == null ? null : person.teamId();
            }
            case WORKFLOW, FRICTION ->
                common.computeIfAbsent(place, this::commonTeam).orElse(null);
            default -> null;
        };
    }

    private Optional<String> commonTeam(Place place) {
        return Optional.ofNullable(commonTeam(
                place.type() == SubjectType.FRICTION ? blocked(place.id()) : liveAt.getOrDefault(place, Set.of())));
    }

    private @Nullable String commonTeam(Set<String> of) {
        Set<String> common = null;
        for (String id : of) {
            UseCase useCase = useCases.get(id);
            Set<String> lineage = lineage(useCase == null ? null : useCase.teamId());
            if (common == null) {
                common = new LinkedHashSet<>(lineage);
            } else {
                common.retainAll(lineage);
            }
        }
        return common == null || common.isEmpty() ? null : common.iterator().next();
    }

    private Set<String> blocked(String friction) {
        Friction fact = frictions.get(friction);
        Set<String> blocked = new TreeSet<>(Texts.BY_CODE_POINT);
        if (fact != null) {
            fact.useCaseIds().stream().filter(live::contains).forEach(blocked::add);
        }
        return blocked;
    }

    /** The team with all above it, from below. */
    Iterable<String> teamsOver(@Nullable String team) {
        return lineage(team);
    }

    /** The topmost team over a place, or null where its team is not known. */
    @Nullable
    String topOf(Place place) {
        String top = null;
        for (String team : lineage(teamOf(place))) {
            top = team;
        }
        return top;
    }

    /** The one team above all others, or null where there are several or none. */
    @Nullable
    String root() {
        List<String> roots = teams.values().stream()
                .filter(team -> team.parentId() == null)
                .map(Team::id)
                .limit(2)
                .toList();
        return roots.size() == 1 ? roots.get(0) : null;
    }

    /** Live use cases that a finding is about: its subject's, and those in its evidence. */
    Set<String> concerned(Finding finding) {
        Set<String> concerned = new HashSet<>(concernedBy(finding.subject()));
        for (Evidence evidence : finding.evidence()) {
            if (evidence.fact().startsWith(USE_CASES)) {
                String id = evidence.fact().substring(USE_CASES.length());
                if (live.contains(id)) {
                    concerned.add(id);
                }
            }
        }
        return concerned.isEmpty() && finding.subject().type() == SubjectType.ORGANISATION ? live : concerned;
    }

    private Set<String> concernedBy(Subject subject) {
        return switch (subject.type()) {
            case USE_CASE -> live.contains(subject.id()) ? Set.of(subject.id()) : Set.of();
            case STEP, HANDOFF -> {
                String workflow = workflowOf(subject.id());
                yield workflow == null ? Set.of() : liveAt.getOrDefault(Place.workflow(workflow), Set.of());
            }
            case FRICTION -> blocked(subject.id());
            case ORGANISATION -> Set.of();
            default -> liveAt.getOrDefault(Place.of(subject), Set.of());
        };
    }

    /** Share of live use cases, or of monthly items if that is more, 0..1. */
    BigDecimal spread(Set<String> concerned, List<Job> jobs) {
        BigDecimal ofUseCases = share(BigDecimal.valueOf(concerned.size()), BigDecimal.valueOf(live.size()));
        BigDecimal items = jobs.stream()
                .map(Job::place)
                .filter(place -> place.type() == SubjectType.WORKFLOW)
                .map(place -> workflows.get(place.id()))
                .filter(java.util.Objects::nonNull)
                .map(Workflow::itemsPerMonth)
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return ofUseCases.max(share(items, allItems));
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, MathContext.DECIMAL64);
    }

    int liveCount() {
        return live.size();
    }

    String name(Place place) {
        if (place.type() == SubjectType.STEP || place.type() == SubjectType.HANDOFF) {
            return flows.of(place.id());
        }
        Fact fact = switch (place.type()) {
            case USE_CASE -> useCases.get(place.id());
            case WORKFLOW -> workflows.get(place.id());
            case TEAM -> teams.get(place.id());
            case PERSON -> people.get(place.id());
            case FRICTION -> frictions.get(place.id());
            default -> null;
        };
        return fact == null ? place.id() : label(fact);
    }

    private static String label(Fact fact) {
        return fact instanceof Friction friction && friction.description() != null
                ? friction.description()
                : fact.label();
    }

    String personName(String id) {
        Person person = people.get(id);
        if (person == null) {
            return id;
        }
        return person.role() == null ? person.label() : person.label() + ", " + person.role();
    }

    Subject subject(Place place) {
        return place.equals(Place.ORGANISATION)
                ? Subject.ORGANISATION
                : new Subject(place.type(), place.id(), Words.shortened(name(place)));
    }

    /** The name of the workflow that a place is or lies on, or null. */
    @Nullable
    String workflowName(Place place) {
        String id = place.type() == SubjectType.WORKFLOW ? place.id() : null;
        if (place.type() == SubjectType.USE_CASE) {
            UseCase useCase = useCases.get(place.id());
            id = useCase == null ? null : useCase.workflowId();
        }
        return id == null ? null : name(Place.workflow(id));
    }
}
