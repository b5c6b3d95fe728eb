package org.throughline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Texts;
import org.throughline.findings.SubjectType;

/**
 * Finds the same things in the next snapshot although their ids are missing or others. The same id is the same thing. Else the same name, with
 * no mark that speaks against it, if only one thing went and one came that it could be; what is merely alike is a candidate for somebody to
 * confirm.
 */
public final class Identity {

    /** Those that others refer to come first: a use case is known again by its team, whatever that is called now. */
    private static final List<Kind> KINDS =
            List.of(Kind.TEAM, Kind.PERSON, Kind.WORKFLOW, Kind.STEP, Kind.USE_CASE, Kind.FRICTION);

    private final Portfolio before;
    private final Portfolio now;
    private final Settings settings;
    private final List<Link> known;
    private final List<Link> found = new ArrayList<>();
    private final long number;
    private final Instant at;

    private Identity(Portfolio before, Portfolio now, Settings settings, List<Link> known, long number, Instant at) {
        this.before = before;
        this.now = now;
        this.settings = settings;
        this.known = known;
        this.number = number;
        this.at = at;
    }

    /**
     * @param stopWords that say nothing of what something is
     * @param sharedPercent of the words of two names, from which on they are worth a question
     * @param candidates for one thing, at most
     */
    public record Settings(Set<String> stopWords, int sharedPercent, int candidates) {}

    /**
     * Links between what went since the snapshot before and what came.
     *
     * @param known those found earlier
     * @param number of the snapshot that is now
     */
    public static List<Link> links(
            Portfolio before, Portfolio now, Settings settings, List<Link> known, long number, Instant at) {
        return new Identity(before, now, settings, known, number, at).all();
    }

    private List<Link> all() {
        KINDS.forEach(this::match);
        new Borders(this::lineage, before, now).links(number, at).forEach(found::add);
        return List.copyOf(found);
    }

    private Lineage lineage() {
        List<Link> all = new ArrayList<>(known);
        all.addAll(found);
        return Lineage.of(all);
    }

    private void match(Kind kind) {
        SubjectType type = SubjectType.of(kind);
        Lineage lineage = lineage();
        Traits.Firsts firsts = of -> id -> lineage.first(of, id);
        Set<String> there = keys(now, kind);
        Set<String> was = keys(before, kind);
        Set<String> answered = known.stream()
                .filter(link -> link.type() == type)
                .map(link -> link.oldId() + "\n" + link.newId())
                .collect(Collectors.toSet());
        usedAgain(type, there, was);
        List<Traits> gone = traits(before, kind, firsts, there);
        List<Traits> come = traits(now, kind, firsts, was);
        if (gone.isEmpty() || come.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>();
        sameNames(type, gone, come, taken, answered);
        alike(type, gone, come, taken, answered);
    }

    /** An id that came, and that something else had first which is still there under another: told apart by the snapshot. */
    private void usedAgain(SubjectType type, Set<String> there, Set<String> was) {
        for (Link link : known) {
            String id = link.oldId();
            boolean isNew = there.contains(id) && !was.contains(id);
            if (link.type() == type && link.holds() && isNew && there.contains(link.newId())) {
                String words = "\"" + id + "\" was given up, and is used again for something else";
                found.add(new Link(type, id + "~" + number, id, number, Link.Status.TAKEN, words, 1, at, "import"));
            }
        }
    }

    private static Set<String> keys(Portfolio facts, Kind kind) {
        return facts.facts().get(kind).stream().map(Fact::key).collect(Collectors.toSet());
    }

    private static List<Traits> traits(Portfolio facts, Kind kind, Traits.Firsts firsts, Set<String> without) {
        return facts.facts().get(kind).stream()
                .filter(fact -> !without.contains(fact.key()))
                .map(fact -> Traits.of(fact, firsts))
                .sorted(Comparator.comparing(Traits::id, Texts.BY_CODE_POINT))
                .toList();
    }

    private void sameNames(
            SubjectType type, List<Traits> gone, List<Traits> come, Set<String> taken, Set<String> answered) {
        Map<String, List<Traits>> byName =
                gone.stream().collect(Collectors.groupingBy(one -> Names.folded(one.name())));
        Map<String, List<Traits>> comeByName =
                come.stream().collect(Collectors.groupingBy(one -> Names.folded(one.name())));
        for (Traits one : come) {
            String name = Names.folded(one.name());
            List<Traits> fitting = byName.getOrDefault(name, List.of()).stream()
                    .filter(other -> !one.contradicts(other))
                    .toList();
            long rivals = comeByName.get(name).stream()
                    .filter(rival -> fitting.stream().anyMatch(other -> !rival.contradicts(other)))
                    .count();
            if (fitting.size() == 1 && rivals == 1 && !answered.contains(pair(fitting.get(0), one))) {
                Traits old = fitting.get(0);
                String alike = old.alike(one);
                add(type, old, one, Link.Status.TAKEN, "same name" + (alike.isEmpty() ? "" : ", same " + alike));
                taken.add("-" + old.id());
                taken.add("+" + one.id());
            }
        }
    }

    private void alike(
            SubjectType type, List<Traits> gone, List<Traits> come, Set<String> taken, Set<String> answered) {
        Names names = new Names(settings.stopWords());
        Map<String, List<Traits>> byWord = new HashMap<>();
        for (Traits old : gone) {
            if (!taken.contains("-" + old.id())) {
                names.words(old.name())
                        .forEach(word -> byWord.computeIfAbsent(word, key -> new ArrayList<>())
                                .add(old));
            }
        }
        for (Traits one : come) {
            if (!taken.contains("+" + one.id())) {
                Set<String> words = names.words(one.name());
                candidates(names, words, one, byWord).stream()
                        .filter(candidate -> !answered.contains(pair(candidate.old(), one)))
                        .limit(settings.candidates())
                        .forEach(candidate ->
                                add(type, candidate.old(), one, Link.Status.CANDIDATE, candidate.evidence(one)));
            }
        }
    }

    private List<Candidate> candidates(Names names, Set<String> words, Traits one, Map<String, List<Traits>> byWord) {
        return words.stream()
                .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                .distinct()
                .map(old -> new Candidate(old, Names.percentInCommon(words, names.words(old.name()))))
                .filter(candidate -> candidate.percent() >= settings.sharedPercent())
                .sorted(Comparator.comparing(Candidate::percent, Comparator.reverseOrder())
                        .thenComparing(candidate -> candidate.old().contradicts(one))
                        .thenComparing(candidate -> candidate.old().id(), Texts.BY_CODE_POINT))
                .toList();
    }

    private record Candidate(Traits old, int percent) {

        String evidence(Traits one) {
            String alike = old.alike(one);
            String name = percent == 100 ? "same words in the name" : percent + "% of the words of both names";
            return name + (alike.isEmpty() ? "" : ", same " + alike);
        }
    }

    private static String pair(Traits old, Traits one) {
        return old.id() + "\n" + one.id();
    }

    private void add(SubjectType type, Traits old, Traits one, Link.Status status, String evidence) {
        String words = "\"" + old.name() + "\" and \"" + one.name() + "\": " + evidence;
        found.add(new Link(type, old.id(), one.id(), number, status, words, 1, at, "import"));
    }
}
