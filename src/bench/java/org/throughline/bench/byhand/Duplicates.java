package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.MEDIUM;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;
import org.throughline.findings.Evidence;
import org.throughline.findings.Subject;

/**
 * D5. Only use cases that share a place, a word or a rare word are compared; a group is a tree whose root is the smallest id.
 */
final class Duplicates {

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Set<String> PLACEHOLDERS = Set.of("redacted");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "of", "for", "and", "to", "in", "on", "with", "ai", "pilot", "poc", "project", "tool",
            "system");
    private static final int SIMILAR_PERCENT = 80;

    private final Lookup lookup;
    private final Found found;
    private final List<UseCase> candidates = new ArrayList<>();
    private final List<Set<String>> words = new ArrayList<>();
    private int[] up = {};

    Duplicates(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge() {
        for (Case one : lookup.cases.values()) {
            if (one.active && one.fact.teamId() != null) {
                candidates.add(one.fact);
            }
        }
        candidates.sort(Comparator.comparing(UseCase::id, Texts.BY_CODE_POINT));
        up = new int[candidates.size()];
        for (int i = 0; i < up.length; i++) {
            up[i] = i;
            words.add(words(candidates.get(i)));
        }
        linkAll(onSameStep());
        linkAll(withSameTool());
        linkSimilar();
        report();
    }

    private static Set<String> words(UseCase useCase) {
        String name = useCase.name();
        Set<String> words = new HashSet<>();
        if (name == null || absent(useCase, Columns.NAME) || PLACEHOLDERS.contains(Texts.fold(name))) {
            return words;
        }
        Matcher run = RUN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC));
        while (run.find()) {
            words.add(run.group().toLowerCase(Locale.ROOT));
        }
        words.removeAll(EMPTY);
        return words;
    }

    private Map<Object, List<Integer>> onSameStep() {
        Map<Object, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < up.length; i++) {
            Case one = lookup.cases.get(candidates.get(i).id());
            if (one.step() != null) {
                groups.computeIfAbsent(one.step(), key -> new ArrayList<>(2)).add(i);
            }
        }
        return groups;
    }

    private record Shared(String tool, String domain, String word) {}

    private Map<Object, List<Integer>> withSameTool() {
        Map<Object, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < up.length; i++) {
            UseCase useCase = candidates.get(i);
            if (useCase.tool() == null || useCase.domain() == null) {
                continue;
            }
            String tool = Texts.fold(useCase.tool());
            String domain = Texts.fold(useCase.domain());
            if (!PLACEHOLDERS.contains(tool) && !PLACEHOLDERS.contains(domain)) {
                for (String word : words.get(i)) {
                    groups.computeIfAbsent(new Shared(tool, domain, word), key -> new ArrayList<>(2))
                            .add(i);
                }
            }
        }
        return groups;
    }

    private void linkAll(Map<Object, List<Integer>> groups) {
        for (List<Integer> group : groups.values()) {
            if (group.size() > 1) {
                linkTeams(group);
            }
        }
    }

    /** All of the group are alike, so all of two teams that are apart belong together. */
    private void linkTeams(List<Integer> group) {
        Map<String, List<Integer>> byTeam = new LinkedHashMap<>();
        for (int i : group) {
            byTeam.computeIfAbsent(candidates.get(i).teamId(), key -> new ArrayList<>(1))
                    .add(i);
        }
        List<String> teams = new ArrayList<>(byTeam.keySet());
        for (int a = 0; a < teams.size(); a++) {
            for (int b = a + 1; b < teams.size(); b++) {
                if (apart(teams.get(a), teams.get(b))) {
                    int root = byTeam.get(teams.get(a)).get(0);
                    byTeam.get(teams.get(a)).forEach(i -> join(root, i));
                    byTeam.get(teams.get(b)).forEach(i -> join(root, i));
                }
            }
        }
    }

    /** Names whose words overlap so far share one of their rarest words. */
    private void linkSimilar() {
        Map<String, Integer> uses = new HashMap<>();
        words.forEach(some -> some.forEach(word -> uses.merge(word, 1, Integer::sum)));
        Comparator<String> rarest = Comparator.<String>comparingInt(uses::get).thenComparing(word -> word);
        Map<String, List<Integer>> byRare = new HashMap<>();
        for (int i = 0; i < up.length; i++) {
            Set<String> own = words.get(i);
            int n = own.size();
            if (n < 2) {
                continue;
            }
            List<String> sorted = new ArrayList<>(own);
            sorted.sort(rarest);
            int prefix = n - (n * SIMILAR_PERCENT + 99) / 100 + 1;
            for (String word : sorted.subList(0, prefix)) {
                List<Integer> others = byRare.computeIfAbsent(word, key -> new ArrayList<>(1));
                for (int other : others) {
                    linkIfSimilar(i, other);
                }
                others.add(i);
            }
        }
    }

    private void linkIfSimilar(int a, int b) {
        if (root(a) == root(b)) {
            return;
        }
        Set<String> own = words.get(a);
        Set<String> other = words.get(b);
        int common = 0;
        for (String word : own) {
            common += other.contains(word) ? 1 : 0;
        }
        boolean similar = common * 100 >= (own.size() + other.size() - common) * SIMILAR_PERCENT;
        if (similar && apart(candidates.get(a).teamId(), candidates.get(b).teamId())) {
            join(a, b);
        }
    }

    /** Different, and neither known or possibly above the other. */
    private boolean apart(String one, String other) {
        return !one.equals(other) && notAbove(one, other) && notAbove(other, one);
    }

    private boolean notAbove(String top, String team) {
        for (String each = team; each != null; each = lookup.parent(each)) {
            if (each.equals(top) || lookup.mayHaveParent(each)) {
                return false;
            }
        }
        return true;
    }

    private int root(int i) {
        int root = i;
        while (up[root] != root) {
            root = up[root];
        }
        up[i] = root;
        return root;
    }

    private void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        up[Math.max(one, other)] = Math.min(one, other);
    }

    private void report() {
        Map<Integer, List<Evidence>> groups = new LinkedHashMap<>();
        for (int i = 0; i < up.length; i++) {
            if (root(i) != i) {
                int root = root(i);
                groups.computeIfAbsent(
                                root, first -> new ArrayList<>(List.of(cell(candidates.get(first), Columns.NAME))))
                        .add(cell(candidates.get(i), Columns.NAME));
            }
        }
        groups.forEach((first, evidence) -> found.add(
                Check.D5,
                MEDIUM,
                Subject.of(candidates.get(first)),
                evidence.size() + " use cases of different teams do the same.",
                evidence));
    }
}
