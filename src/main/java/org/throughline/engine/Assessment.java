package org.throughline.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.advice.Stake;
import org.throughline.advice.Standing;
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
 * @param standings of live use cases, by id
 */
record Assessment(
        List<Finding> findings,
        List<NotJudged> notJudged,
        Map<String, Stake> stakes,
        List<Standing> standings,
        List<StateLine> state,
        List<ValueStream> valueStreams) {

    Assessment withNotJudged(List<NotJudged> others) {
        return new Assessment(findings, others, stakes, standings, state, valueStreams);
    }

    private Set<String> live() {
        return standings.stream().map(Standing::useCaseId).collect(Collectors.toSet());
    }

    /** The part of it that recommendations are made of. */
    Judged judged() {
        return new Judged(findings, notJudged, stakes, live(), valueStreams);
    }
}
