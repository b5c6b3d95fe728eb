package org.throughline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.facts.Figure;
import org.throughline.facts.Problem;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.Threshold;

/**
 * Advice laid out as a document, for the templates of Markdown, HTML and web pages: nothing here is escaped, all of it is ready to be
 * shown. Names of components are the names in the templates.
 *
 * @param brief the first recommendations, for the one page that everybody reads
 * @param loose findings that no recommendation answers
 */
public record Document(
        String asOf,
        String read,
        String rulesDigest,
        String factsDigest,
        List<Line> state,
        List<Item> brief,
        String more,
        List<Item> items,
        String nothingToDo,
        List<Found> loose,
        List<Missing> missing,
        String problemCount,
        List<Trouble> problems) {

    private static final int BRIEF = 10;

    public record Line(String name, String text) {}

    /** A recommendation; {@code open} where a page shows it without being asked. */
    public record Item(
            int rank,
            String tier,
            boolean open,
            String title,
            String place,
            String weight,
            String stake,
            String effort,
            String why,
            String action,
            String decider,
            String firstStep,
            String doneWhen,
            List<Link> after,
            String assumed,
            String explanation,
            String severity,
            List<Found> findings,
            String count,
            String further) {

        public boolean hasFindings() {
            return !findings.isEmpty();
        }

        public boolean hasAfter() {
            return !after.isEmpty();
        }
    }

    public record Link(String rank, String title) {}

    /** A finding with its evidence. */
    public record Found(
            String id,
            String diagnostic,
            String severity,
            String place,
            String statement,
            String section,
            String rule,
            String assumed,
            List<Seen> evidence,
            List<Limit> limits,
            String figures) {

        public boolean hasEvidence() {
            return !evidence.isEmpty();
        }

        public boolean hasLimits() {
            return !limits.isEmpty();
        }
    }

    /** A fact that a finding rests on. */
    public record Seen(String fact, String attribute, String value, String where) {}

    public record Limit(String name, String value, String reason) {}

    public record Trouble(String severity, String place, String found, String expected, String readAs, String fix) {}

    public boolean hasState() {
        return !state.isEmpty();
    }

    public boolean hasItems() {
        return !items.isEmpty();
    }

    public boolean hasLoose() {
        return !loose.isEmpty();
    }

    public boolean hasMissing() {
        return !missing.isEmpty();
    }

    /** Few enough to be looked at without being asked. */
    public boolean fewProblems() {
        return problems.size() <= BRIEF;
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** At most {@code limit} findings are laid out for each recommendation; the document says how many more there are. */
    public static Document of(Advice advice, int limit) {
        List<Item> items = new Maker(advice, limit).items();
        int more = items.size() - BRIEF;
        return new Document(
                advice.asOf().toString(),
                Phrases.read(advice),
                advice.rulesDigest(),
                advice.factsDigest(),
                advice.state().stream()
                        .map(line -> new Line(Phrases.capital(line.name()), Words.clean(line.text())))
                        .toList(),
                items.stream().limit(BRIEF).toList(),
                more > 0 ? Words.count(more, "more recommendation") : "",
                items,
                items.isEmpty() ? Phrases.nothingToDo(advice) : "",
                loose(advice),
                Missing.of(advice.notJudged()),
                Phrases.problems(advice.problems()),
                troubles(advice.problems()));
    }

    /** Problems of an import that came to nothing. */
    public static List<Trouble> troubles(List<Problem> problems) {
        return problems.stream().map(Document::trouble).toList();
    }

    private static List<Found> loose(Advice advice) {
        Set<String> answered = new HashSet<>();
        advice.recommendations().forEach(it -> answered.addAll(it.findings()));
        return advice.findings().stream()
                .filter(finding -> !answered.contains(finding.id()))
                .map(Document::found)
                .toList();
    }

    private static Found found(Finding it) {
        return new Found(
                Words.clean(it.id()),
                it.diagnostic() + " " + Words.spaced(it.slug()),
                it.severity().word(),
                place(it.subject()),
                Words.clean(it.statement()),
                it.section(),
                it.rule(),
                it.assumed() ? Phrases.ASSUMED : "",
                it.evidence().stream().map(Document::seen).toList(),
                it.thresholds().stream().map(Document::limit).toList(),
                it.figures().stream().map(Document::figure).collect(Collectors.joining(", ")));
    }

    private static Seen seen(Evidence it) {
        return new Seen(Words.clean(it.fact()), it.attribute(), Words.value(it.value()), Words.clean(where(it)));
    }

    private static String where(Evidence it) {
        if (it.file() == null) {
            return "in no file";
        }
        String row = it.row() == null ? "" : ", row " + it.row();
        return it.file() + row + (it.column() == null ? "" : ", column \"" + it.column() + "\"");
    }

    private static Limit limit(Threshold it) {
        return new Limit(Words.spaced(it.name()), Words.amount(it.value(), it.unit()), it.reason());
    }

    private static String figure(Figure it) {
        return it.name() + " " + Words.amount(it.value(), it.unit());
    }

    private static Trouble trouble(Problem it) {
        return new Trouble(
                Words.word(it.severity()),
                Words.clean(ProblemText.place(it)),
                Words.clean(ProblemText.found(it)),
                Words.clean(it.expected()),
                it.readAs() == null ? "" : Words.clean(it.readAs()),
                Words.clean(it.fix()));
    }

    /** {@code use case Lead scoring (uc-2)}; an id that is the name is not said twice. */
    static String place(Subject it) {
        if (it.key().equals(Subject.ORGANISATION.key())) {
            return it.name();
        }
        String id = it.id().equals(it.name()) ? "" : " (" + it.id() + ")";
        return Words.clean(Words.spaced(it.type().word()) + " " + it.name() + id);
    }

    /** Joins recommendations with their findings and with each other. */
    private static final class Maker {

        private final List<Recommendation> recommendations;
        private final int limit;
        private final Map<String, Finding> findings = new HashMap<>();
        private final Map<String, Recommendation> byId;

        private Maker(Advice advice, int limit) {
            this.recommendations = advice.recommendations();
            this.limit = limit;
            advice.findings().forEach(it -> findings.put(it.id(), it));
            this.byId = Phrases.byId(advice);
        }

        private List<Item> items() {
            return recommendations.stream().map(this::item).toList();
        }

        private Item item(Recommendation it) {
            List<Found> shown = found(it);
            int further = it.findings().size() - shown.size();
            return new Item(
                    it.rank(),
                    it.tier().name(),
                    it.rank() <= BRIEF,
                    Words.clean(it.title()),
                    place(it.subject()),
                    Phrases.weight(it, byId),
                    Phrases.stake(it, byId),
                    Phrases.effort(it),
                    Words.clean(it.why()),
                    Words.clean(it.action()),
                    Words.clean(it.decider()),
                    Words.clean(it.firstStep()),
                    Words.clean(it.doneWhen()),
                    it.requires().stream().map(this::link).toList(),
                    it.assumed() ? Phrases.ASSUMED : "",
                    Words.clean(it.priority().explanation()),
                    it.severity().word(),
                    shown,
                    Words.count(it.findings().size(), "finding"),
                    further > 0 ? "and " + Words.count(further, "further finding") + " of the same kind" : "");
        }

        private List<Found> found(Recommendation it) {
            List<Found> found = new ArrayList<>();
            for (String id : it.findings()) {
                @Nullable Finding finding = findings.get(id);
                if (finding != null && found.size() < limit) {
                    found.add(Document.found(finding));
                }
            }
            return found;
        }

        private Link link(String id) {
            @Nullable Recommendation first = byId.get(id);
            return first == null
                    ? new Link("", Words.clean(id))
                    : new Link(String.valueOf(first.rank()), Words.clean(first.title()));
        }
    }
}
