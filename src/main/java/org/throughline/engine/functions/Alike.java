package org.throughline.engine.functions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Texts;
import org.throughline.facts.derived.Duplicates;
import org.throughline.facts.derived.Gaps;
import org.throughline.facts.derived.Likeness;
import org.throughline.facts.derived.MaybeActive;
import org.throughline.facts.derived.Missing;
import org.throughline.facts.derived.TeamTree;

/** Use cases that may be duplicates of each other, by id. */
public final class Alike {

    private static final Comparator<Likeness> BY_ID =
            Comparator.comparing(likeness -> likeness.of().id(), Texts.BY_CODE_POINT);

    private final List<Likeness> candidates;

    Alike(List<Likeness> candidates) {
        this.candidates = candidates.stream().sorted(BY_ID).toList();
    }

    /**
     * The groups that links connect, by smallest id.
     *
     * @param share how much of the words of two names has to be common to both, 0..1
     * @param words how many words each of the two names needs for that
     */
    public List<Duplicates> groups(TeamTree tree, BigDecimal share, int words) {
        return new Links(sure(tree), new NameSimilarity(share, words), (a, b) -> !tree.related(a, b)).groups();
    }

    private List<Likeness> sure(TeamTree tree) {
        return candidates.stream()
                .filter(one -> one.of().sure() && one.of().teamId() != null)
                .filter(one -> tree.isKnown(one.of().teamId()))
                .toList();
    }

    /** The use cases for which nobody can tell, by what is missing. A group that may be one counts once, for its smallest id. */
    public Gaps gaps(TeamTree tree, BigDecimal share, int words) {
        List<Missing> missing = new ArrayList<>();
        if (candidates.size() > 1) {
            candidates.forEach(one -> missing.add(one.of().useCase().missing("name", "tool", "domain")));
        }
        if (sure(tree).size() < candidates.size()) {
            addPossible(tree, share, words, missing);
        }
        return new GapsFunction().summary(new ArrayList<>(missing));
    }

    private void addPossible(TeamTree tree, BigDecimal share, int words, List<Missing> missing) {
        Map<MaybeActive, Set<MaybeActive>> told = new HashMap<>();
        for (Duplicates group : groups(tree, share, words)) {
            told.put(group.members().get(0), new HashSet<>(group.members()));
        }
        Links possible = new Links(candidates, new NameSimilarity(share, words), (a, b) -> !tree.related(a, b));
        for (Duplicates group : possible.groups()) {
            if (!told.containsKey(group.members().get(0))) {
                missing.add(missing(group, tree));
            }
        }
    }

    private static Missing missing(Duplicates group, TeamTree tree) {
        List<String> names = new ArrayList<>();
        for (MaybeActive member : group.members()) {
            names.addAll(member.needs("team_id").names());
            if (member.teamId() != null && !tree.isKnown(member.teamId())) {
                names.add("teams.parent_id");
            }
        }
        return new Missing(group.first().id(), names);
    }
}
