package org.throughline.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.advice.Stake;
import org.throughline.advice.StateLine;
import org.throughline.advice.ValueStream;
import org.throughline.engine.recommending.Judged;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * What the rules say of a portfolio, before anything is recommended.
 *
 * @param findings by diagnostic, then subject
 * @param notJudged by diagnostic, then what is missing
 * @param stakes by finding id, the largest of each
 * @param live ids of live use cases
 */
record Assessment(
        List<Finding> findings,
        List<NotJudged> notJudged,
        Map<String, Stake> stakes,
        Set<String> live,
        List<StateLine> state,
        List<ValueStream> valueStreams) {

    Assessment withNotJudged(List<NotJudged> others) {
        return new Assessment(findings, others, stakes, live, state, valueStreams);
    }

    /** The part of it that recommendations are made of. */
    Judged judged() {
        return new Judged(findings, notJudged, stakes, live, valueStreams);
    }
}
