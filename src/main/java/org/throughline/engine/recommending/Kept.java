package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * What recommendations were made of the last time, each with what it was made from: it is taken again where that is the same, by identity.
 * Whoever recommends once has an empty one.
 */
final class Kept {

    private record Planned(List<Finding> of, List<Job> jobs) {}

    private record Folded(List<Job> of, List<Group> groups) {}

    private @Nullable Portfolio portfolio;
    private @Nullable Terrain terrain;
    private Set<String> live = Set.of();
    private Stakes stakes = new Stakes(Map.of());
    private List<NotJudged> notJudged = List.of();
    private List<ValueStream> streams = List.of();
    private Map<Finding, Certainty.Known> known = Map.of();
    private Map<String, Planned> planned = new HashMap<>();
    private Map<List<Job>, Map<String, List<Job>>> onUseCases = new IdentityHashMap<>();
    private Map<String, Folded> folded = new HashMap<>();
    private Map<Group, Draft> drafts = new IdentityHashMap<>();
    private boolean sameCeilings;
    private boolean sameUnjudged;

    boolean hasFindings() {
        return !known.isEmpty();
    }

    /** To be asked first: where the ground is another, nothing that stands on it is kept. */
    Terrain terrain(Portfolio of, Set<String> liveNow) {
        if (terrain == null || portfolio == null || !live.equals(liveNow) || !Ground.isSame(portfolio, of)) {
            terrain = new Terrain(of, liveNow);
            planned = new HashMap<>();
            folded = new HashMap<>();
            drafts = new IdentityHashMap<>();
        }
        portfolio = of;
        live = liveNow;
        return terrain;
    }

    Certainty certainty(Portfolio of, Judged judged, AdviceBook book) {
        Certainty certainty = new Certainty(of, judged, book, known);
        known = certainty.known();
        return certainty;
    }

    /** Jobs by kind; of a kind whose findings are the same, the same list. */
    Map<String, List<Job>> jobs(
            Map<String, List<Finding>> findings, BiFunction<String, List<Finding>, List<Job>> make) {
        Map<String, Planned> now = new HashMap<>();
        Map<String, List<Job>> jobs = new TreeMap<>();
        findings.forEach((kind, same) -> {
            Planned before = planned.get(kind);
            boolean kept = before != null && areSame(before.of(), same);
            Planned one = kept ? before : new Planned(same, make.apply(kind, same));
            now.put(kind, one);
            jobs.put(kind, one.jobs());
        });
        planned = now;
        return jobs;
    }

    /** The jobs of each kind by the use cases that they are about. */
    Map<String, Map<String, List<Job>>> jobsOn(Map<String, List<Job>> jobs) {
        Map<List<Job>, Map<String, List<Job>>> now = new IdentityHashMap<>();
        Map<String, Map<String, List<Job>>> byKind = new HashMap<>();
        jobs.forEach((kind, same) -> {
            Map<String, List<Job>> before = onUseCases.get(same);
            Map<String, List<Job>> on = before == null ? byUseCase(same) : before;
            now.put(same, on);
            byKind.put(kind, on);
        });
        onUseCases = now;
        return byKind;
    }

    private static Map<String, List<Job>> byUseCase(List<Job> jobs) {
        Map<String, List<Job>> on = new HashMap<>();
        for (Job job : jobs) {
            job.concerned()
                    .forEach(useCase -> on.computeIfAbsent(useCase, key -> new ArrayList<>(1))
                            .add(job));
        }
        return on;
    }

    /** Groups of jobs, kind by kind. */
    List<Group> groups(Map<String, List<Job>> jobs, Stakes of, Function<List<Job>, List<Group>> group) {
        Map<String, Folded> before = folded;
        Map<String, Folded> now = new ConcurrentHashMap<>();
        Set<String> otherwise = of.differing(stakes);
        each(jobs.entrySet()).forEach(one -> {
            Folded was = before.get(one.getKey());
            boolean same = was != null && was.of() == one.getValue() && !hasAny(was.of(), otherwise);
            now.put(one.getKey(), same ? was : new Folded(one.getValue(), group.apply(one.getValue())));
        });
        folded = now;
        stakes = of;
        return jobs.keySet().stream()
                .flatMap(kind -> now.get(kind).groups().stream())
                .toList();
    }

    private static boolean hasAny(List<Job> jobs, Set<String> findings) {
        return !findings.isEmpty()
                && jobs.stream().flatMap(job -> job.findings().stream()).anyMatch(one -> findings.contains(one.id()));
    }

    /** On all cores, where nothing was made before; else there is too little to do. */
    <T> Stream<T> each(Collection<T> all) {
        return drafts.isEmpty() ? all.parallelStream() : all.stream();
    }

    /** To be asked before drafts. */
    void judge(Judged judged) {
        sameUnjudged = notJudged.equals(judged.notJudged());
        sameCeilings = haveSameCeilings(streams, judged.valueStreams());
        notJudged = judged.notJudged();
        streams = judged.valueStreams();
    }

    private static boolean haveSameCeilings(List<ValueStream> some, List<ValueStream> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            ValueStream one = some.get(i);
            ValueStream other = others.get(i);
            boolean same = one == other
                    || one.name().equals(other.name()) && one.ceilings().equals(other.ceilings());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** The draft of a group that is as it was, but for what waits for it; null where it has to be made. */
    @Nullable
    Draft draft(Group group) {
        Draft before = drafts.get(group);
        boolean same = (sameUnjudged || !group.place().equals(Place.ORGANISATION))
                && (sameCeilings || !group.remedy().ceiling());
        return same ? before : null;
    }

    void drafted(List<Group> groups, List<Draft> made) {
        drafts = new IdentityHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            drafts.put(groups.get(i), made.get(i));
        }
    }

    private static <T> boolean areSame(List<T> some, List<T> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
