package org.throughline.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Problem;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;

/**
 * The answer: what to do first, what it rests on, what could not be judged. The same facts, rules and day give the same advice, byte for
 * byte.
 *
 * @param rulesDigest {@code sha256:} of the rule book, thresholds included
 * @param rulesCount number of rules in it
 * @param factsDigest {@code sha256:} of the facts
 * @param factsCounts rows per file, in canonical order
 * @param recommendations by rank
 * @param findings by diagnostic, then subject
 * @param notJudged by diagnostic, then what is missing
 * @param problems of the import, by file, row and column
 * @param state the summary, in order
 * @param valueStreams touched workflows with steps, by id
 * @param standings live use cases, by id; in memory only, no report tells them
 */
public record Advice(
        LocalDate asOf,
        String rulesDigest,
        int rulesCount,
        String factsDigest,
        Map<String, Long> factsCounts,
        List<Recommendation> recommendations,
        List<Finding> findings,
        List<NotJudged> notJudged,
        List<Problem> problems,
        List<StateLine> state,
        List<ValueStream> valueStreams,
        List<Standing> standings) {

    public Advice {
        factsCounts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(factsCounts));
        recommendations = List.copyOf(recommendations);
        findings = List.copyOf(findings);
        notJudged = List.copyOf(notJudged);
        problems = List.copyOf(problems);
        state = List.copyOf(state);
        valueStreams = List.copyOf(valueStreams);
        standings = List.copyOf(standings);
    }

    /** Where nobody asks how use cases stand. */
    public Advice(
            LocalDate asOf,
            String rulesDigest,
            int rulesCount,
            String factsDigest,
            Map<String, Long> factsCounts,
            List<Recommendation> recommendations,
            List<Finding> findings,
            List<NotJudged> notJudged,
            List<Problem> problems,
            List<StateLine> state,
            List<ValueStream> valueStreams) {
        this(
                asOf,
                rulesDigest,
                rulesCount,
                factsDigest,
                factsCounts,
                recommendations,
                findings,
                notJudged,
                problems,
                state,
                valueStreams,
                List.of());
    }

    /** The same advice with the problems that the import of its facts met. */
    public Advice withProblems(List<Problem> met) {
        return new Advice(
                asOf,
                rulesDigest,
                rulesCount,
                factsDigest,
                factsCounts,
                recommendations,
                findings,
                notJudged,
                met,
                state,
                valueStreams,
                standings);
    }

    /** The same advice with some of its findings only. */
    public Advice withFindings(List<Finding> some) {
        return new Advice(
                asOf,
                rulesDigest,
                rulesCount,
                factsDigest,
                factsCounts,
                recommendations,
                some,
                notJudged,
                problems,
                state,
                valueStreams,
                standings);
    }

    /** The same advice with its first recommendations only; what must come before one of them is among them. */
    public Advice first(int count) {
        return count >= recommendations.size()
                ? this
                : new Advice(
                        asOf,
                        rulesDigest,
                        rulesCount,
                        factsDigest,
                        factsCounts,
                        recommendations.subList(0, count),
                        findings,
                        notJudged,
                        problems,
                        state,
                        valueStreams,
                        standings);
    }
}
