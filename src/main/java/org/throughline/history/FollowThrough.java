package org.throughline.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Kind;
import org.throughline.facts.UseCase;
import org.throughline.findings.Finding;
import org.throughline.findings.SubjectType;
import org.throughline.history.Outcome.Verdict;

/**
 * What became of advice, by the facts of the next snapshot: whether what was found is still found, and where it is not, whether anything moved
 * but a field.
 */
public final class FollowThrough {

    private static final int SHOWN = 5;

    private final Moment before;
    private final Moment now;
    private final Past past;
    private final Expectations expectations;
    private final Movement movement;
    private final Basis basis;

    private FollowThrough(Moment before, Moment now, Past past, Expectations expectations) {
        this.before = before;
        this.now = now;
        this.past = past;
        this.expectations = expectations;
        this.movement = new Movement(before, now, expectations.shows());
        this.basis = new Basis(before, now);
    }

    /**
     * @param moves by kind of recommendation what moves once it is done: {@code flow}, {@code adoption}, {@code either}, {@code nothing}
     * @param shows by column what its change is a sign of: {@code flow} or {@code adoption}
     */
    public record Expectations(Map<String, String> moves, Map<String, String> shows) {}

    /**
     * What was before either of two snapshots.
     *
     * @param earlier ids over time of all that was recommended then
     * @param onPaper ids over time of what was fixed on paper when the first of the two came: watched until something moves
     * @param first by id over time, the moment at which it was first recommended; null where it was not before the first of the two
     */
    public record Past(Set<String> earlier, Set<String> onPaper, Function<String, @Nullable Moment> first) {

        public static final Past NONE = new Past(Set.of(), Set.of(), id -> null);
    }

    /** One for each recommendation that was made on either snapshot, or is still watched, by id. */
    public static List<Outcome> outcomes(Moment before, Moment now, Past past, Expectations expectations) {
        return new FollowThrough(before, now, past, expectations).all();
    }

    private List<Outcome> all() {
        Map<String, Outcome> outcomes = new TreeMap<>();
        before.recommendations().forEach((id, it) -> outcomes.put(id, outcome(id, it)));
        now.recommendations().forEach((id, it) -> {
            if (!before.recommendations().containsKey(id)) {
                Verdict verdict = past.earlier().contains(id) ? Verdict.CAME_BACK : Verdict.NEW;
                outcomes.put(id, new Outcome(id, it.kind(), it.title(), verdict, List.of()));
            }
        });
        past.onPaper().forEach(id -> watched(id).ifPresent(outcome -> outcomes.putIfAbsent(id, outcome)));
        return List.copyOf(outcomes.values());
    }

    /** What a field fixed before, by what moved since it was first recommended. */
    private Optional<Outcome> watched(String id) {
        Moment first = past.first().apply(id);
        Recommendation it = first == null ? null : first.recommendations().get(id);
        return it == null
                ? Optional.empty()
                : Optional.of(new FollowThrough(first, now, Past.NONE, expectations).outcome(id, it));
    }

    private Outcome outcome(String id, Recommendation it) {
        Recommendation again = now.recommendations().get(id);
        if (again != null) {
            return new Outcome(id, it.kind(), again.title(), Verdict.STILL_OPEN, List.of());
        }
        Set<String> answered = before.answered(it);
        Set<String> left = new HashSet<>(answered);
        left.retainAll(now.findings().keySet());
        if (!left.isEmpty()) {
            return new Outcome(id, it.kind(), it.title(), Verdict.STILL_OPEN, continued(left));
        }
        List<Finding> gone = answered.stream()
                .map(finding -> before.findings().get(finding))
                .filter(Objects::nonNull)
                .toList();
        return gone(id, it, gone);
    }

    /** Its findings are others' now: folded at another place. */
    private List<String> continued(Set<String> left) {
        return now.recommendations().values().stream()
                .filter(other -> now.answered(other).stream().anyMatch(left::contains))
                .map(other -> "now part of: " + other.title())
                .sorted()
                .limit(SHOWN)
                .toList();
    }

    private Outcome gone(String id, Recommendation it, List<Finding> findings) {
        List<String> lost = basis.lost(findings);
        if (!findings.isEmpty() && findings.stream().noneMatch(this::isThere)) {
            return new Outcome(id, it.kind(), it.title(), Verdict.SUBJECT_GONE, List.of());
        }
        if (!lost.isEmpty()) {
            return new Outcome(id, it.kind(), it.title(), Verdict.CANNOT_TELL, first(lost));
        }
        String moves = expectations.moves().getOrDefault(it.kind(), "nothing");
        if (moves.equals("nothing")) {
            return new Outcome(id, it.kind(), it.title(), Verdict.RESOLVED, List.of());
        }
        Movement.Seen seen = movement.at(places(findings), moves);
        if (!seen.known()) {
            String unseen = "no facts on " + (moves.equals("either") ? "flow or adoption" : moves)
                    + " to see by whether anything moved";
            return new Outcome(id, it.kind(), it.title(), Verdict.RESOLVED, List.of(unseen));
        }
        List<String> moved = seen.moved().isEmpty() ? movedBefore(id, findings, moves) : seen.moved();
        return moved.isEmpty()
                ? new Outcome(id, it.kind(), it.title(), Verdict.FIXED_ON_PAPER, first(basis.changed(findings)))
                : new Outcome(id, it.kind(), it.title(), Verdict.RESOLVED, first(moved));
    }

    /** Since it was first recommended: work may move before somebody fills the field. */
    private List<String> movedBefore(String id, List<Finding> findings, String moves) {
        Moment first = past.first().apply(id);
        return first == null
                ? List.of()
                : new Movement(first, now, expectations.shows())
                        .at(places(findings), moves)
                        .moved();
    }

    private static List<String> first(List<String> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add("and " + (all.size() - SHOWN) + " more");
        return shown;
    }

    private boolean isThere(Finding finding) {
        SubjectType type = finding.subject().type();
        if (type == SubjectType.ORGANISATION) {
            return true;
        }
        String table = Kind.valueOf(type.name()).table();
        return now.fact(table + "/" + before.first(type, finding.subject().id())) != null;
    }

    /** The workflows and use cases that findings are about. */
    private Set<String> places(List<Finding> findings) {
        Set<String> places = new HashSet<>();
        for (Finding finding : findings) {
            String id = finding.subject().id();
            switch (finding.subject().type()) {
                case WORKFLOW -> places.add(Movement.workflow(before, id));
                case STEP, HANDOFF -> places.add(Movement.workflow(before, id.substring(0, id.indexOf('/'))));
                case USE_CASE -> addUseCase(id, places);
                default -> {
                    // a team, a person, the organisation: what their other findings are about, or all there is
                }
            }
        }
        return places;
    }

    private void addUseCase(String id, Set<String> places) {
        String first = "use_cases/" + before.first(SubjectType.USE_CASE, id);
        places.add(first);
        if (before.fact(first) instanceof UseCase useCase && useCase.workflowId() != null) {
            places.add(Movement.workflow(before, useCase.workflowId()));
        }
    }
}
