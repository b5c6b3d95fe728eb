package org.throughline.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.advice.Advice;
import org.throughline.advice.Priority;
import org.throughline.advice.Recommendation;
import org.throughline.advice.StateLine;
import org.throughline.advice.Tier;
import org.throughline.advice.ValueStream;
import org.throughline.advice.ValueStream.Ceiling;
import org.throughline.advice.ValueStream.StepTime;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Handoff;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.facts.Sheet;
import org.throughline.facts.SheetReading;
import org.throughline.facts.Stage;
import org.throughline.facts.Step;
import org.throughline.facts.Team;
import org.throughline.facts.UseCase;
import org.throughline.facts.Workflow;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.NotJudged;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;
import org.throughline.findings.Threshold;

/**
 * Advice written by hand about a small sales organisation, with everything a report has to cope with: names that are markup, facts
 * that are missing, teams that hand back and forth.
 */
public final class ReportFixtures {

    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    public static final String MARKUP = "<script>alert(1)</script> & \"co\" | </script>";

    private ReportFixtures() {}

    public static Advice salesAdvice() {
        return new Advice(
                AS_OF,
                "sha256:1111",
                41,
                "sha256:2222",
                counts(),
                List.of(assignOwner(), decide("Lead scoring"), redesignHandoff(), collect(), reference()),
                List.of(undecided(), untouchedHandoff(), noOwner(), noOwnerOfMarkup(), works()),
                List.of(
                        new NotJudged(
                                "B4", List.of("handoffs.next_actor"), 4, "handoffs.csv has no column next_actor."),
                        new NotJudged(
                                "C3",
                                List.of("adoptions"),
                                7,
                                "There is no file adoptions: nobody can tell who uses what."),
                        new NotJudged("C4", List.of("adoptions"), 7, "There is no file adoptions."),
                        new NotJudged("C9", List.of("adoptions"), 1, "There is no file adoptions.")),
                List.of(badDate(), assumedHours()),
                state(),
                List.of(pipeline(), contracts()));
    }

    /** One of everything that advice can hold, so that a document shows every key once. */
    public static Advice oneOfEach() {
        return oneOfEach("Lead scoring");
    }

    /** The same about a use case of that name. */
    public static Advice oneOfEach(String useCase) {
        return new Advice(
                AS_OF,
                "sha256:1111",
                41,
                "sha256:2222",
                Map.of("use_cases", 8L),
                List.of(decide(useCase)),
                List.of(undecided()),
                List.of(new NotJudged(
                        "B4", List.of("handoffs.next_actor"), 4, "handoffs.csv has no column next_actor.")),
                List.of(badDate()),
                List.of(new StateLine(1, "scaling", "One use case became the standard.", null)),
                List.of(new ValueStream(
                        "wf-1",
                        "Pipeline generation",
                        new BigDecimal("112.00"),
                        List.of(step("s-3", "Approve wording", "Legal", "1", null, true)),
                        List.of(new Ceiling("uc-1", "Outreach drafting", "s-3", new BigDecimal("0.0089"))))));
    }

    /** The shortest advice there is: nothing found, nothing missing. */
    public static Advice nothingToSay() {
        return new Advice(
                AS_OF,
                "sha256:1111",
                41,
                "sha256:0000",
                Map.of("use_cases", 1L),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("use_cases", 8L);
        counts.put("workflows", 2L);
        counts.put("steps", 7L);
        counts.put("handoffs", 6L);
        counts.put("teams", 4L);
        return counts;
    }

    private static List<StateLine> state() {
        return List.of(
                new StateLine(
                        1,
                        "proof",
                        "8 use cases, 7 of them live: 3 pilots, 2 validated, 1 in use, 1 standard. One proof has"
                                + " waited 121 days for a decision.",
                        "1 proven and undecided"),
                new StateLine(
                        2,
                        "environment",
                        "In Pipeline generation an item is worked on for 7.5 of 112 hours; the rest is waiting.",
                        "6.7% of the lead time is work"),
                new StateLine(
                        3,
                        "commitment",
                        "Of 7 live use cases 2 have an owner of their outcome.",
                        "2 of 7 with an owner"),
                new StateLine(
                        4,
                        "multiplying",
                        "3 new use cases in the last 365 days, none of them finished.",
                        "3 started lately"),
                new StateLine(5, "scaling", "One use case became the standard: Contract review.", null));
    }

    private static Recommendation assignOwner() {
        return new Recommendation(
                "assign-owner:workflow:wf-1",
                1,
                Tier.P1,
                "assign-owner",
                "Name one owner for the outcome of Pipeline generation",
                subject(SubjectType.WORKFLOW, "wf-1", "Pipeline generation"),
                "Name one person who answers for qualified meetings a month, not for the tool.",
                "the head of sales (teams.lead_id of sales is not recorded)",
                "Ask Ana Ruiz and Ben Okafor which of them would answer for qualified meetings a month, and write the"
                        + " name down.",
                "outcome_owner_id is filled for uc-1 and uc-5.",
                List.of(),
                "S",
                new BigDecimal("0.85"),
                new Priority(
                        null,
                        List.of(),
                        new BigDecimal("0.2857"),
                        3,
                        new BigDecimal("2.0"),
                        "High, observed, over 29% of the live use cases; not quantified; unblocks 1 recommendation."),
                List.of("C1:uc-1", "C1:uc-5"),
                "Nobody answers for what Outreach drafting and " + MARKUP
                        + " are to change; both have run for more than 150 days.",
                Severity.CRITICAL,
                false);
    }

    private static Recommendation decide(String useCase) {
        return new Recommendation(
                "decide:use_case:uc-2",
                2,
                Tier.P1,
                "decide",
                "Decide whether Lead scoring becomes the way of working",
                subject(SubjectType.USE_CASE, "uc-2", useCase),
                "Put the choice in writing: make it the standard, redesign around it, or stop.",
                "Ben Okafor",
                "Put one page with the three choices before Ben Okafor this week.",
                "decisions has a row for uc-2 of kind standardise, redesign or stop.",
                List.of("assign-owner:workflow:wf-1"),
                "S",
                new BigDecimal("1"),
                new Priority(
                        new BigDecimal("120.00"),
                        List.of(),
                        new BigDecimal("0.1429"),
                        2,
                        new BigDecimal("1"),
                        "High, over 14% of the live use cases; 120 h a month over 1 day."),
                List.of("A1:uc-2"),
                "The proof of Lead scoring was accepted on 2026-03-01, 121 days ago, and nothing has been decided"
                        + " since.",
                Severity.HIGH,
                true);
    }

    private static Recommendation redesignHandoff() {
        return new Recommendation(
                "redesign-handoff:handoff:wf-1/s-2->s-3",
                3,
                Tier.P2,
                "redesign-handoff",
                "Let an item pass from Draft to Approve without 40 hours of waiting",
                subject(SubjectType.HANDOFF, "wf-1/s-2->s-3", "Draft to Approve"),
                "Agree what Legal needs to see, and let the rest through.",
                "Ana Ruiz with the lead of Legal",
                "Look together at the last twenty items that waited, and at what Legal changed in them.",
                "handoffs.wait_h of s-2 to s-3 is below 11.2.",
                List.of(),
                "M",
                new BigDecimal("0.9"),
                new Priority(
                        new BigDecimal("14400"),
                        List.of("decide:use_case:uc-2"),
                        new BigDecimal("0.2857"),
                        1,
                        new BigDecimal("8"),
                        "High; 360 items a month wait 40 h each."),
                List.of("B1:wf-1/s-2->s-3"),
                "Drafting is faster since Outreach drafting, and every draft still lies 40 h before Legal: 36% of the"
                        + " lead time.",
                Severity.HIGH,
                false);
    }

    private static Recommendation collect() {
        return new Recommendation(
                "collect-fact:organisation:adoptions",
                4,
                Tier.P3,
                "collect-fact",
                "Record which team uses what (adoptions)",
                Subject.ORGANISATION,
                "Add a file adoptions with a row per use case and team.",
                "whoever keeps the inventory",
                "Ask the four team leads what they use, in what variant, and who told them to.",
                "adoptions has a row for each live use case.",
                List.of(),
                "S",
                BigDecimal.ZERO,
                new Priority(null, List.of(), BigDecimal.ONE, 3, new BigDecimal("2"), "Three diagnostics hang on it."),
                List.of(),
                "3 diagnostics over 7 use cases cannot be judged without it.",
                Severity.LOW,
                false);
    }

    private static Recommendation reference() {
        return new Recommendation(
                "reference:use_case:uc-6",
                5,
                Tier.P4,
                "reference",
                "Use Contract review as the reference for the others",
                subject(SubjectType.USE_CASE, "uc-6", "Contract review"),
                "Show how its workflow was changed before the next one is started.",
                "Carla Weiss",
                "Have Carla Weiss walk the other owners through the change, step by step.",
                "A second use case is declared standard with its workflow redesigned.",
                List.of(),
                "S",
                BigDecimal.ONE,
                new Priority(null, List.of(), new BigDecimal("0.1429"), 0, BigDecimal.ONE, "Positive."),
                List.of("S1:uc-6"),
                "Contract review is the standard, its workflow was redesigned, and its lead time fell from 80 h to 22"
                        + " h.",
                Severity.POSITIVE,
                false);
    }

    private static Finding undecided() {
        return new Finding(
                "A1:uc-2",
                "A1",
                "undecided-proof",
                Severity.HIGH,
                subject(SubjectType.USE_CASE, "uc-2", "Lead scoring"),
                "Proof accepted on 2026-03-01, 121 days before 2026-06-30; no decision is known.",
                "A1 undecided proof, long",
                "Pilots are designed to prove something, not to change anything",
                List.of(
                        new Evidence("use_cases/uc-2", "stage", Stage.VALIDATED, "use_cases.csv", 3, "Status"),
                        new Evidence(
                                "use_cases/uc-2",
                                "validated_on",
                                LocalDate.of(2026, 3, 1),
                                "use_cases.csv",
                                3,
                                "Accepted"),
                        new Evidence("decisions", "decisions", null, null, null, null)),
                List.of(
                        undecidedDays(),
                        threshold("undecided-days-high", "90", "days", "After a quarter the people have moved on.")),
                List.of(new Figure("days since proof", new BigDecimal("121"), "days")),
                true);
    }

    private static Finding untouchedHandoff() {
        return new Finding(
                "B1:wf-1/s-2->s-3",
                "B1",
                "untouched-handoff",
                Severity.HIGH,
                subject(SubjectType.HANDOFF, "wf-1/s-2->s-3", "Draft to Approve"),
                "Waits 40 h, 36% of the lead time of 112 h, unchanged since Outreach drafting started on 2025-11-03.",
                "B1 untouched handoff",
                "The environment around the pilot stays untouched",
                List.of(
                        new Evidence(
                                "handoffs/wf-1/s-2->s-3",
                                "wait_h",
                                new BigDecimal("40.0"),
                                "handoffs.csv",
                                3,
                                "Wait (h)"),
                        new Evidence("handoffs/wf-1/s-2->s-3", "changed_on", null, "handoffs.csv", 3, null)),
                List.of(threshold(
                        "handoff-share-of-lead-time", "10", "%", "Below a tenth nobody would feel the change.")),
                List.of(
                        new Figure("wait", new BigDecimal("40"), "h"),
                        new Figure("lead time", new BigDecimal("112"), "h")),
                false);
    }

    private static Finding noOwner() {
        return new Finding(
                "C1:uc-1",
                "C1",
                "no-owner",
                Severity.CRITICAL,
                subject(SubjectType.USE_CASE, "uc-1", "Outreach drafting"),
                "In use, and nobody is named: no owner of the outcome, no pilot owner, no sponsor.",
                "C1 no owner, deployed",
                "No one commits to making the pilot the new standard",
                List.of(
                        new Evidence("use_cases/uc-1", "stage", Stage.IN_USE, "use_cases.csv", 2, "Status"),
                        new Evidence("use_cases/uc-1", "outcome_owner_id", null, "use_cases.csv", 2, "Owner")),
                List.of(),
                List.of(),
                false);
    }

    private static Finding noOwnerOfMarkup() {
        return new Finding(
                "C1:uc-5",
                "C1",
                "no-owner",
                Severity.HIGH,
                subject(SubjectType.USE_CASE, "uc-5", MARKUP),
                "A pilot, and nobody is named for " + MARKUP + ".",
                "C1 no owner",
                "No one commits to making the pilot the new standard",
                List.of(new Evidence("use_cases/uc-5", "name", MARKUP, "use_cases.csv", 6, "Name")),
                List.of(),
                List.of(),
                false);
    }

    private static Finding works() {
        return new Finding(
                "S1:uc-6",
                "S1",
                "reference",
                Severity.POSITIVE,
                subject(SubjectType.USE_CASE, "uc-6", "Contract review"),
                "The standard since 2026-02-01; lead time 22 h, before 80 h.",
                "S1 reference",
                "What scaling actually looks like inside a business",
                List.of(new Evidence(
                        "workflows/wf-2", "lead_time_h", new BigDecimal("22"), "workflows.csv", 3, "Lead time")),
                List.of(),
                List.of(),
                false);
    }

    public static Problem badDate() {
        return new Problem(
                Problem.Severity.ERROR,
                "use_cases.csv",
                8,
                "Start",
                "31/02/2026",
                "February has no 31st day",
                "a date: 2026-02-28, 28 Feb 2026",
                "correct the day",
                null);
    }

    public static Problem assumedHours() {
        return new Problem(
                Problem.Severity.WARNING,
                "handoffs.csv",
                14,
                "Wait (h)",
                "3,5 d",
                "",
                "hours, or a number with a unit: 28, 3.5 d, 2d 4h, PT28H",
                "write 28 h if a working day has eight hours",
                "28 h (8 h a day; change with --hours-per-day)");
    }

    /** A file that was understood in parts, and one that was not. */
    public static Reading reading() {
        SheetReading useCases = new SheetReading(
                "use_cases.csv",
                Kind.USE_CASE,
                "its name",
                "UTF-8",
                "semicolon",
                9,
                8,
                List.of(
                        new SheetReading.Column("id", "id", "same name", null, null, 8, 0, 0, 0, List.of(), List.of()),
                        new SheetReading.Column(
                                "Owner", "outcome_owner_id", "synonym", null, null, 2, 6, 0, 0, List.of(), List.of()),
                        new SheetReading.Column(
                                "Start",
                                "started_on",
                                "synonym",
                                null,
                                null,
                                7,
                                0,
                                1,
                                1,
                                List.of("\"3 Nov 2025\" → 2025-11-03"),
                                List.of("\"31/02/2026\""))),
                List.of("Remarks", "Budget"),
                List.of(new SheetReading.Proposal("Remarks", "unit", "3 of 3 are units")),
                List.of(),
                java.util.Map.of(),
                java.util.Map.of());
        SheetReading photo = new SheetReading(
                "team.jpg",
                null,
                "nothing in it tells what it is",
                null,
                null,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                java.util.Map.of(),
                java.util.Map.of());
        return new Reading(salesPortfolio(), List.of(badDate()), List.of(useCases, photo));
    }

    /** The rule that a test needs to show one. */
    public static Diagnostic diagnostic() {
        return new Diagnostic(
                "A1",
                "undecided-proof",
                "A proof was accepted and nobody decided what follows",
                "Pilots are designed to prove something, not to change anything",
                SubjectType.USE_CASE,
                Severity.MEDIUM,
                "decide",
                """
                A pilot was accepted as proof, and nobody has decided what
                the business does with it.

                Why     Once a pilot counts as successful, the next step is a decision, not
                        more validation.
                Silent  when the proof is young\
                """,
                "diagnostics/proof/A1-undecided-proof.drl");
    }

    public static Threshold undecidedDays() {
        return threshold("undecided-days", "30", "days", "A month is enough to put a choice before somebody.");
    }

    private static ValueStream pipeline() {
        return new ValueStream(
                "wf-1",
                "Pipeline generation",
                new BigDecimal("112"),
                List.of(
                        step("s-1", "Research accounts", "Sales development", "2", null, false),
                        step("s-2", "Draft outreach", "Sales development", "0.5", "6", false),
                        step("s-3", "Approve wording", "Legal", "1", "40", true),
                        step("s-4", "Send and qualify", "Sales development", "3", "18", false),
                        step("s-5", "Hand to account executive", "Sales", "1", "30", false)),
                List.of(
                        new Ceiling("uc-1", "Outreach drafting", "s-2", new BigDecimal("0.0045")),
                        new Ceiling("uc-5", MARKUP, "s-4", new BigDecimal("0.0268"))));
    }

    private static ValueStream contracts() {
        return new ValueStream(
                "wf-2",
                "Contracts " + MARKUP,
                null,
                List.of(
                        step("c-1", "Draft contract", "Sales", "4", null, false),
                        step("c-2", "Review contract", "Legal", null, "12", false)),
                List.of());
    }

    private static StepTime step(String id, String name, String team, String process, String wait, boolean constraint) {
        return new StepTime(id, name, team, decimal(process), decimal(wait), constraint);
    }

    public static Portfolio salesPortfolio() {
        Map<Kind, List<? extends Fact>> facts = new EnumMap<>(Kind.class);
        facts.put(Kind.USE_CASE, useCases());
        facts.put(
                Kind.WORKFLOW,
                List.of(
                        Workflow.of(origin(Kind.WORKFLOW, 2), values(Kind.WORKFLOW, "wf-1", "Pipeline generation")),
                        Workflow.of(origin(Kind.WORKFLOW, 3), values(Kind.WORKFLOW, "wf-2", "Contracts"))));
        facts.put(Kind.STEP, steps());
        facts.put(Kind.HANDOFF, handoffs());
        facts.put(Kind.TEAM, teams());
        return new Portfolio(
                AS_OF, facts, java.util.Set.of("use_cases", "workflows", "steps", "handoffs", "teams"), "sha256:2222");
    }

    private static List<UseCase> useCases() {
        return List.of(
                useCase(2, "uc-1", "Outreach drafting", "wf-1", Stage.IN_USE, null, null),
                useCase(3, "uc-2", "Lead scoring", "wf-1", Stage.VALIDATED, "Ben Okafor", null),
                useCase(4, "uc-3", "Call summaries", "wf-1", Stage.PILOT, "Ana Ruiz", null),
                useCase(5, "uc-4", "Proposal writer", null, Stage.VALIDATED, "Ana Ruiz", "Ben Okafor"),
                useCase(6, "uc-5", MARKUP, "wf-1", Stage.PILOT, null, null),
                useCase(7, "uc-6", "Contract review", "wf-2", Stage.STANDARD, null, "Carla Weiss"),
                useCase(8, "uc-7", "Price hints", null, Stage.PILOT, "Ana Ruiz", null),
                useCase(9, "uc-8", "Deal desk bot", null, null, null, null));
    }

    private static UseCase useCase(
            int row, String id, String name, String workflow, Stage stage, String pilotOwner, String outcomeOwner) {
        Object[] values = values(Kind.USE_CASE, id, name);
        values[4] = workflow;
        values[6] = stage;
        values[10] = pilotOwner;
        values[11] = outcomeOwner;
        return UseCase.of(nothingElse(Kind.USE_CASE, row, values), values);
    }

    private static List<Step> steps() {
        return List.of(
                step(2, "wf-1", "s-1", 1, "sdr"),
                step(3, "wf-1", "s-2", 2, "sdr"),
                step(4, "wf-1", "s-3", 3, "legal"),
                step(5, "wf-1", "s-4", 4, "sdr"),
                step(6, "wf-1", "s-5", 5, "sales"),
                step(7, "wf-2", "c-1", 1, "sales"),
                step(8, "wf-2", "c-2", 2, "legal"));
    }

    private static Step step(int row, String workflow, String id, int seq, String team) {
        Object[] values = values(Kind.STEP, workflow, id);
        values[2] = BigDecimal.valueOf(seq);
        values[4] = team;
        return Step.of(origin(Kind.STEP, row), values);
    }

    private static List<Handoff> handoffs() {
        return List.of(
                handoff(2, "wf-1", "s-1", "s-2", "6"),
                handoff(3, "wf-1", "s-2", "s-3", "40"),
                handoff(4, "wf-1", "s-3", "s-4", "18"),
                handoff(5, "wf-1", "s-4", "s-5", "30"),
                handoff(6, "wf-2", "c-1", "c-2", "12"),
                handoff(7, "wf-2", "c-2", "c-1", null));
    }

    private static Handoff handoff(int row, String workflow, String from, String to, String wait) {
        Object[] values = values(Kind.HANDOFF, workflow, from);
        values[2] = to;
        values[3] = decimal(wait);
        return Handoff.of(origin(Kind.HANDOFF, row), values);
    }

    private static List<Team> teams() {
        return List.of(
                Team.of(origin(Kind.TEAM, 2), values(Kind.TEAM, "sdr", "Sales development")),
                Team.of(origin(Kind.TEAM, 3), values(Kind.TEAM, "legal", "Legal")),
                Team.of(origin(Kind.TEAM, 4), values(Kind.TEAM, "sales", "Sales <East>")));
    }

    private static Object[] values(Kind kind, Object... first) {
        return Arrays.copyOf(first, kind.attributes().size());
    }

    private static Origin origin(Kind kind, int row) {
        return new Origin(new Sheet(kind.table() + ".csv", kind, Map.of()), row, 0, 0, 0);
    }

    /** What has no value is known to be missing. */
    private static Origin nothingElse(Kind kind, int row, Object[] values) {
        long absent = 0;
        for (int i = 0; i < values.length; i++) {
            absent |= values[i] == null ? 1L << i : 0;
        }
        return new Origin(new Sheet(kind.table() + ".csv", kind, Map.of()), row, absent, 0, 0);
    }

    private static Subject subject(SubjectType type, String id, String name) {
        return new Subject(type, id, name);
    }

    private static Threshold threshold(String name, String value, String unit, String reason) {
        return new Threshold(name, new BigDecimal(value), unit, reason);
    }

    private static BigDecimal decimal(String number) {
        return number == null ? null : new BigDecimal(number);
    }
}
