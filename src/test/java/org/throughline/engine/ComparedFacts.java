package org.throughline.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.drools.base.common.NetworkNode;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.RightTuple;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.reteoo.TupleMemory;
import org.drools.core.util.FastIterator;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;

/**
 * What rules cost, counted instead of timed: for each rule, how many pairs its conditions had to look at, a pair being what matched so far
 * and a fact (or derived fact) that the next condition could not pass over by its index. One that is known to exist counts once.
 */
final class ComparedFacts implements Trace {

    private final Map<String, Long> byRule = new TreeMap<>();

    /** By the rule's name. */
    Map<String, Long> byRule() {
        return byRule;
    }

    @Override
    public synchronized void end(KieSession session) {
        Set<NetworkNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        ((InternalRuleBase) session.getKieBase()).getRete().getObjectTypeNodes().forEach(type -> visit(type, seen));
        for (NetworkNode node : seen) {
            if (node instanceof BetaNode join) {
                long pairs = pairs(join, BetaNode.getBetaMemory(join, (ReteEvaluator) session));
                Arrays.stream(join.getAssociatedRules())
                        .map(Rule::getName)
                        .forEach(rule -> byRule.merge(rule, pairs, Long::sum));
            }
        }
    }

    private static void visit(NetworkNode node, Set<NetworkNode> seen) {
        if (seen.add(node) && node.getSinks() != null) {
            for (NetworkNode sink : node.getSinks()) {
                visit(sink, seen);
            }
        }
    }

    private static long pairs(BetaNode join, BetaMemory<?> memory) {
        TupleMemory lefts = memory.getLeftTupleMemory();
        TupleMemory rights = memory.getRightTupleMemory();
        if (join.getRightInput().inputIsTupleToObjectNode()) {
            return rights.size(); // what several patterns in parentheses found is handed to what it was found for
        }
        long pairs = 0;
        FastIterator<TupleImpl> each = lefts.fullFastIterator();
        for (TupleImpl left = BetaNode.getFirstTuple(lefts, each); left != null; left = each.next(left)) {
            FastIterator<TupleImpl> candidates = join.getRightIterator(rights);
            TupleImpl right = join.getFirstRightTuple(left, rights, candidates);
            for (; right != null; right = candidates.next(right)) {
                pairs++;
            }
        }
        return pairs + existing(rights);
    }

    /** Of {@code exists} and {@code not}: what found what it looked for is kept beside that. */
    private static long existing(TupleMemory rights) {
        long pairs = 0;
        FastIterator<TupleImpl> each = rights.fullFastIterator();
        for (TupleImpl right = BetaNode.getFirstTuple(rights, each); right != null; right = each.next(right)) {
            TupleImpl blocked = ((RightTuple) right).getBlocked();
            for (; blocked != null; blocked = blocked.getBlockedNext()) {
                pairs++;
            }
        }
        return pairs;
    }
}
