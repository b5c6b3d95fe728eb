package org.throughline.engine.recommending;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.advice.Stake;
import org.throughline.advice.ValueStream;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * What recommendations are made of.
 *
 * @param stakes by finding id
 * @param live ids of live use cases
 */
public record Judged(
        List<Finding> findings,
        List<NotJudged> notJudged,
        Map<String, Stake> stakes,
        Set<String> live,
        List<ValueStream> valueStreams) {}
