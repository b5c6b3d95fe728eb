package org.throughline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleContext;
import org.throughline.facts.Fact;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Derived;
import org.throughline.facts.derived.Gaps;
import org.throughline.facts.derived.Missing;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleHeader;

/**
 * What a rule's consequence can say: it reports a finding, that something cannot be judged, or a line of the summary. All of it is
 * inserted logically: when a fact changes, what rested on it is taken back.
 */
public final class Findings {

    private record Voice(String diagnostic, Severity severity, Statement statement) {}

    private final Map<String, Voice> voices = new HashMap<>();
    private final Map<String, RuleHeader> headers;
    private final AsOf asOf;
    private final Function<String, String> names;

    /**
     * @param headers what each rule says of itself, by its name
     * @param names the name of an id, or the id itself, for statements
     */
    Findings(Map<String, RuleHeader> headers, AsOf asOf, Function<String, String> names) {
        this.headers = headers;
        this.asOf = asOf;
        this.names = names;
    }

    /**
     * The rule's diagnostic holds for the subject.
     *
     * @param drools the rule's own {@code drools}
     * @param subject what it is about
     * @param evidence cells ({@code $u.cell("stage")}), derived facts, {@code findings.none("decisions")}, or lists of them
     */
    public void report(Object drools, Fact subject, Object... evidence) {
        report(drools, Subject.of(subject), Spot.of(subject), evidence);
    }

    /** The rule's diagnostic holds for the organisation as a whole. */
    public void reportOrganisation(Object drools, Object... evidence) {
        report(drools, Subject.ORGANISATION, Spot.NOWHERE, evidence);
    }

    private void report(Object drools, Subject subject, Spot spot, Object... evidence) {
        RuleContext context = (RuleContext) drools;
        Match match = context.getMatch();
        Voice voice = voice(match.getRule().getName());
        List<Threshold> thresholds = new ArrayList<>(2);
        boolean assumed = assumes(evidence);
        for (Object object : match.getObjects()) {
            if (object instanceof Threshold threshold) {
                thresholds.add(threshold);
            }
            assumed |= object instanceof Derived derived && derived.assumed();
        }
        context.insertLogical(new Reported(
                voice.diagnostic(),
                voice.severity(),
                subject,
                subject.key(),
                subject.id(),
                spot.workflowId(),
                spot.stepId(),
                match.getRule().getName(),
                voice.statement(),
                values(match, voice.statement()),
                evidence,
                thresholds,
                assumed));
    }

    /** The rule's diagnostic could not be judged for these subjects. */
    public void cannotJudge(Object drools, Gaps gaps) {
        RuleContext context = (RuleContext) drools;
        String rule = context.getRule().getName();
        context.insertLogical(new Unjudged(header(rule, "diagnostic"), rule, gaps));
    }

    /** The rule's diagnostic could not be judged for this subject; nothing is reported where nothing is missing. */
    public void cannotJudge(Object drools, Missing missing) {
        if (!missing.names().isEmpty()) {
            cannotJudge(drools, new Gaps(Map.of(missing.subject(), missing.names())));
        }
    }

    /** A line of the summary, worded by the rule's {@code @statement}. */
    public void say(Object drools, int order, String name) {
        RuleContext context = (RuleContext) drools;
        RuleHeader header = headers.get(context.getRule().getName());
        String text = worded(context, header(context.getRule().getName(), "statement"));
        String figure = header == null ? null : header.get("figure");
        context.insertLogical(new Said(order, name, text, figure == null ? null : worded(context, figure)));
    }

    private String worded(RuleContext context, String template) {
        Statement statement = new Statement(template);
        return statement.render(values(context.getMatch(), statement), asOf, names);
    }

    /** Evidence that the file has no row that would speak against the finding. */
    public NoRow none(String table) {
        return new NoRow(table);
    }

    private static boolean assumes(Object... evidence) {
        for (Object one : evidence) {
            boolean assumed = one instanceof Iterable<?> many
                    ? anyAssumed(many)
                    : one instanceof Derived derived && derived.assumed();
            if (assumed) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAssumed(Iterable<?> many) {
        for (Object one : many) {
            if (one instanceof Derived derived && derived.assumed()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object[] values(Match match, Statement statement) {
        List<String> variables = statement.variables();
        Object[] values = new Object[variables.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = match.getDeclarationValue(variables.get(i));
        }
        return values;
    }

    private Voice voice(String rule) {
        return voices.computeIfAbsent(
                rule,
                name -> new Voice(
                        header(name, "diagnostic"),
                        Severity.of(header(name, "severity")),
                        new Statement(header(name, "statement"))));
    }

    private String header(String rule, String name) {
        RuleHeader header = headers.get(rule);
        String value = header == null ? null : header.get(name);
        if (value == null) {
            throw new IllegalStateException("rule \"" + rule + "\" has no @" + name);
        }
        return value;
    }
}
