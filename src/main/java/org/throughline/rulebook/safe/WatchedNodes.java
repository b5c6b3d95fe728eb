package org.throughline.rulebook.safe;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.drools.core.common.BaseNode;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.common.TupleSets;
import org.drools.core.phreak.PhreakAccumulateNode;
import org.drools.core.phreak.PhreakExistsNode;
import org.drools.core.phreak.PhreakFromNode;
import org.drools.core.phreak.PhreakJoinNode;
import org.drools.core.phreak.PhreakNetworkNodeFactoryImpl;
import org.drools.core.phreak.PhreakNotNode;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.ExistsNode;
import org.drools.core.reteoo.FromNode;
import org.drools.core.reteoo.JoinNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.NotNode;
import org.kie.api.definition.rule.Rule;

/**
 * Joins that count what they leave, in runs that are watched, and conditions that are timed, where a {@link Stopwatch} runs; else they are
 * Drools' own. Drools finds this as a service.
 *
 * <p>A join makes all combinations at once and hands them on to the next, so that no listener and no halt sees a rule that multiplies
 * facts: only the list that it fills does.
 */
public final class WatchedNodes extends PhreakNetworkNodeFactoryImpl {

    @Override
    public PhreakJoinNode createPhreakJoinNode(ReteEvaluator evaluator) {
        return new Join(evaluator);
    }

    @Override
    public PhreakFromNode createPhreakFromNode(ReteEvaluator evaluator) {
        return new From(evaluator);
    }

    @Override
    public PhreakNotNode createPhreakNotNode(ReteEvaluator evaluator) {
        return new Not(evaluator);
    }

    @Override
    public PhreakExistsNode createPhreakExistsNode(ReteEvaluator evaluator) {
        return new Exists(evaluator);
    }

    @Override
    public PhreakAccumulateNode createPhreakAccumulateNode(ReteEvaluator evaluator) {
        return new Accumulated(evaluator);
    }

    private static TupleSets counted(BaseNode node, TupleSets left) {
        Run run = Watch.current();
        if (run == null) {
            return left;
        }
        String rules = names(node);
        run.worksOn(rules);
        return new CountedTuples(left, run, rules);
    }

    private static String names(BaseNode node) {
        return Arrays.stream(node.getAssociatedRules())
                .map(Rule::getName)
                .sorted()
                .collect(Collectors.joining("\", \""));
    }

    private static final class Join extends PhreakJoinNode {

        Join(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        public void doNode(
                JoinNode node,
                LeftTupleSink sink,
                @SuppressWarnings("rawtypes") BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            TupleSets kept = counted(node, target);
            Stopwatch.timed(node, () -> super.doNode(node, sink, memory, source, staged, kept));
        }
    }

    private static final class From extends PhreakFromNode {

        From(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        public void doNode(
                @SuppressWarnings("rawtypes") FromNode node,
                FromNode.FromMemory memory,
                LeftTupleSink sink,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            TupleSets kept = counted(node, target);
            Stopwatch.timed(node, () -> super.doNode(node, memory, sink, source, staged, kept));
        }
    }

    private static final class Not extends PhreakNotNode {

        Not(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        public void doNode(
                NotNode node,
                LeftTupleSink sink,
                @SuppressWarnings("rawtypes") BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            Stopwatch.timed(node, () -> super.doNode(node, sink, memory, source, staged, target));
        }
    }

    private static final class Exists extends PhreakExistsNode {

        Exists(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        public void doNode(
                ExistsNode node,
                LeftTupleSink sink,
                @SuppressWarnings("rawtypes") BetaMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            Stopwatch.timed(node, () -> super.doNode(node, sink, memory, source, staged, target));
        }
    }

    private static final class Accumulated extends PhreakAccumulateNode {

        Accumulated(ReteEvaluator evaluator) {
            super(evaluator);
        }

        @Override
        public void doNode(
                AccumulateNode node,
                LeftTupleSink sink,
                AccumulateNode.AccumulateMemory memory,
                TupleSets source,
                TupleSets staged,
                TupleSets target) {
            Stopwatch.timed(node, () -> super.doNode(node, sink, memory, source, staged, target));
        }
    }
}
