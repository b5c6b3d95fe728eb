package org.throughline.engine.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.throughline.facts.Cell;
import org.throughline.facts.UseCase;
import org.throughline.facts.derived.Duplicates;
import org.throughline.facts.derived.Likeness;
import org.throughline.facts.derived.MaybeActive;

/**
 * What is linked by a likeness is put into one group. Use cases are only compared within blocks that share a value, and within a block by
 * team, so that the work grows with the number of use cases and not with its square.
 */
final class Links {

    private static final int BY_STEP = 1;
    private static final int BY_TOOL = 2;
    private static final int BY_NAME = 4;

    private final List<Likeness> all;
    private final BiPredicate<String, String> apart;
    private final int[] towards;
    private final int[] reasons;

    /**
     * @param all by id; the first of a group stands for it
     * @param apart whether links count between two teams
     */
    Links(List<Likeness> all, NameSimilarity similarity, BiPredicate<String, String> apart) {
        this.all = all;
        this.apart = apart;
        this.towards = new int[all.size()];
        this.reasons = new int[all.size()];
        for (int i = 0; i < towards.length; i++) {
            towards[i] = i;
        }
        linkSteps();
        linkTools();
        linkNames(similarity);
    }

    private void linkSteps() {
        Map<Object, Block> blocks = new HashMap<>();
        for (int i = 0; i < towards.length; i++) {
            add(blocks, all.get(i).step(), i);
        }
        linkWithin(blocks.values(), BY_STEP);
    }

    private void linkTools() {
        Map<Object, Block> blocks = new HashMap<>();
        for (int i = 0; i < towards.length; i++) {
            Likeness one = all.get(i);
            if (one.tool() != null && one.domain() != null) {
                for (String word : one.words()) {
                    add(blocks, List.of(one.tool(), one.domain(), word), i);
                }
            }
        }
        linkWithin(blocks.values(), BY_TOOL);
    }

    private void linkNames(NameSimilarity similarity) {
        Map<Set<String>, Block> blocks = new LinkedHashMap<>();
        for (int i = 0; i < towards.length; i++) {
            Set<String> words = all.get(i).words();
            if (words.size() >= similarity.leastWords() && !words.isEmpty()) {
                add(blocks, words, i);
            }
        }
        linkWithin(blocks.values(), BY_NAME);
        similarity.pairs(blocks.keySet(), (a, b) -> link(blocks.get(a), blocks.get(b), BY_NAME));
    }

    /** Use cases that share a value, by team; one whose team nobody knows is a team of its own. */
    private static final class Block {
        final Map<String, List<Integer>> byTeam = new LinkedHashMap<>(4);
    }

    private <K> void add(Map<K, Block> blocks, K value, int i) {
        if (value != null) {
            MaybeActive one = all.get(i).of();
            String team = one.teamId() == null ? "\u0000" + one.id() : one.teamId();
            blocks.computeIfAbsent(value, key -> new Block())
                    .byTeam
                    .computeIfAbsent(team, key -> new ArrayList<>(1))
                    .add(i);
        }
    }

    private void linkWithin(Collection<Block> blocks, int reason) {
        blocks.forEach(block -> link(block, block, reason));
    }

    /** A team of one block with a team of the other, and from which it was reached. */
    private record Reached(String team, boolean right) {}

    /** Links all of one block with all of the other whose teams are apart. A team that was reached once is not looked at again. */
    private void link(Block left, Block right, int reason) {
        if (left.byTeam.size() == 1 && left == right) {
            return;
        }
        Set<String> waitingLeft = new LinkedHashSet<>(left.byTeam.keySet());
        Set<String> waitingRight = new LinkedHashSet<>(right.byTeam.keySet());
        Deque<Reached> next = new ArrayDeque<>();
        for (String team : left.byTeam.keySet()) {
            if (waitingLeft.remove(team)) {
                next.add(new Reached(team, false));
            }
            while (!next.isEmpty()) {
                Reached from = next.remove();
                Block own = from.right() ? right : left;
                Block others = from.right() ? left : right;
                reach(from, own, others, from.right() ? waitingLeft : waitingRight, reason)
                        .forEach(other -> next.add(new Reached(other, !from.right())));
            }
        }
    }

    /** Joins a team with all that are apart from it, and takes those off the list. */
    private List<String> reach(Reached from, Block own, Block others, Set<String> waiting, int reason) {
        List<Integer> members = own.byTeam.get(from.team());
        List<String> reached = new ArrayList<>();
        for (Iterator<String> each = waiting.iterator(); each.hasNext(); ) {
            String other = each.next();
            if (apart.test(from.team(), other)) {
                each.remove();
                reached.add(other);
                others.byTeam.get(other).forEach(one -> unite(members.get(0), one, reason));
            }
        }
        if (!reached.isEmpty()) {
            members.forEach(one -> unite(members.get(0), one, reason));
        }
        return reached;
    }

    private void unite(int one, int other, int reason) {
        reasons[one] |= reason;
        reasons[other] |= reason;
        int a = find(one);
        int b = find(other);
        towards[Math.max(a, b)] = Math.min(a, b);
    }

    private int find(int i) {
        int at = i;
        while (towards[at] != at) {
            towards[at] = towards[towards[at]];
            at = towards[at];
        }
        return at;
    }

    /** Groups of two or more, by smallest id. */
    List<Duplicates> groups() {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < towards.length; i++) {
            if (reasons[i] != 0) {
                members.computeIfAbsent(find(i), key -> new ArrayList<>()).add(i);
            }
        }
        return members.values().stream().map(this::group).toList();
    }

    private Duplicates group(List<Integer> indexes) {
        List<MaybeActive> members = new ArrayList<>(indexes.size());
        List<Cell> cells = new ArrayList<>();
        for (int i : indexes) {
            members.add(all.get(i).of());
            UseCase useCase = all.get(i).of().useCase();
            columns(reasons[i]).forEach(column -> cells.add(useCase.cell(column)));
        }
        return new Duplicates(members, cells);
    }

    private static Set<String> columns(int reasons) {
        Set<String> columns = new HashSet<>(Set.of("team_id"));
        if ((reasons & BY_STEP) != 0) {
            columns.add("step_id");
        }
        if ((reasons & BY_TOOL) != 0) {
            columns.addAll(List.of("tool", "domain", "name"));
        }
        if ((reasons & BY_NAME) != 0) {
            columns.add("name");
        }
        return columns;
    }
}
