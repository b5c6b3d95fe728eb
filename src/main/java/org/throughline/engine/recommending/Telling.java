package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.ValueStream;
import org.throughline.facts.Texts;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.SubjectType;

/** Puts a group in words: its texts with their places filled, and its reason with the figures. */
final class Telling {

    private static final int NAMES = 3;
    private static final int STATEMENTS = 3;
    private static final int EXAMPLES = 2;
    private static final int BREAKDOWN_FROM = 6;

    private final AdviceBook book;
    private final Terrain terrain;
    private final Words words;
    private final Map<String, Ceiling> ceilings = new HashMap<>();

    private record Ceiling(String workflow, ValueStream.Ceiling of) {}

    Telling(AdviceBook book, Terrain terrain, List<ValueStream> streams) {
        this.book = book;
        this.terrain = terrain;
        this.words = book.remedies.words();
        for (ValueStream stream : streams) {
            stream.ceilings().forEach(one -> ceilings.put(one.useCaseId(), new Ceiling(stream.name(), one)));
        }
    }

    /** @param weighed the group's jobs, {@link #byWeight} */
    Form form(Group group, List<Job> weighed, List<Finding> findings) {
        Remedy remedy = group.remedy();
        Form form = group.folded() ? remedy.forMany(group.place().type()) : remedy.forOne();
        return filled(form, values(group, weighed, findings));
    }

    static Form filled(Form form, Map<String, String> values) {
        return new Form(
                Template.fill(form.title(), values),
                Template.fill(form.action(), values),
                Template.fill(form.firstStep(), values),
                Template.fill(form.doneWhen(), values));
    }

    private Map<String, String> values(Group group, List<Job> weighed, List<Finding> findings) {
        List<Place> places = weighed.stream().map(Job::place).toList();
        List<String> names = places.stream().map(terrain::name).toList();
        List<String> subjects = findings.stream()
                .sorted(Job.MOST_SEVERE_FIRST)
                .map(this::subjectName)
                .distinct()
                .toList();
        String workflow = terrain.workflowName(group.place());
        Map<String, String> values = new HashMap<>();
        values.put("name", words.name(terrain.name(group.folded() ? group.place() : places.get(0))));
        values.put("names", words.list(names, NAMES));
        values.put("n", Words.number(places.size()));
        values.put("places", words.plural(commonType(places)));
        values.put("where", words.where(group.place().type(), words.name(terrain.name(group.place()))));
        values.put("subjects", words.list(subjects, NAMES));
        values.put("first", words.name(names.get(0)));
        values.put("workflow", workflow == null ? words.say("its_workflow") : words.name(workflow));
        return values;
    }

    /** Where most is wrong first. */
    static List<Job> byWeight(Group group) {
        Comparator<Job> worst =
                Comparator.comparing(job -> job.findings().get(0).severity());
        Comparator<Job> most = Comparator.comparing(job -> -job.findings().size());
        Comparator<Job> widest = Comparator.comparing(job -> -job.concerned().size());
        return group.jobs().stream()
                .sorted(worst.thenComparing(most).thenComparing(widest).thenComparing(Job::place, Place.IN_ORDER))
                .toList();
    }

    private static SubjectType commonType(List<Place> places) {
        SubjectType first = places.get(0).type();
        return places.stream().allMatch(place -> place.type() == first) ? first : SubjectType.USE_CASE;
    }

    private String subjectName(Finding finding) {
        Subject subject = finding.subject();
        return subject.equals(Subject.ORGANISATION) ? subject.name() : terrain.name(Place.of(subject));
    }

    /** @param weighed the group's jobs, {@link #byWeight} */
    String why(Group group, List<Job> weighed, Set<String> concerned) {
        List<String> parts = new ArrayList<>();
        if (group.folded()) {
            parts.add(summary(group, weighed, concerned));
        }
        parts.addAll(statements(group, weighed));
        if (group.remedy().ceiling()) {
            ceiling(concerned).ifPresent(parts::add);
        }
        return String.join(" ", parts);
    }

    private String summary(Group group, List<Job> weighed, Set<String> concerned) {
        List<Place> places = weighed.stream().map(Job::place).toList();
        String breakdown = places.size() < BREAKDOWN_FROM ? "" : breakdown(group.place(), places);
        String named = words.list(places.stream().map(terrain::name).toList(), NAMES);
        Map<String, String> values = Map.of(
                "n",
                Words.number(places.size()),
                "places",
                words.plural(commonType(places)),
                "which",
                breakdown.isEmpty() ? named : breakdown,
                "names",
                named,
                "concerned",
                Words.number(concerned.size()));
        String own = group.remedy().folded();
        return own == null ? words.say("folded", values) : Template.fill(own, values);
    }

    /** Where most of them are: {@code 84 in A, 51 in B, 40 in C and 135 elsewhere}; empty where all are in one unit. */
    private String breakdown(Place unit, List<Place> places) {
        Map<String, Long> counts = places.stream()
                .map(place -> unitBelow(unit, place))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
        if (counts.size() < 2) {
            return "";
        }
        List<Map.Entry<String, Long>> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Texts.BY_CODE_POINT)))
                .limit(NAMES)
                .toList();
        List<String> parts = new ArrayList<>();
        long rest = places.size();
        for (Map.Entry<String, Long> one : most) {
            parts.add(words.say("share_of", "n", Words.number(one.getValue()), "name", one.getKey()));
            rest -= one.getValue();
        }
        if (rest > 0) {
            parts.add(words.say("elsewhere", "n", Words.number(rest)));
        }
        return words.joined(parts);
    }

    /** The name of the team right below the unit in which the place lies, or null. */
    private @Nullable String unitBelow(Place unit, Place place) {
        String below = null;
        for (String team : terrain.teamsOver(terrain.teamOf(place))) {
            if (unit.type() == SubjectType.TEAM && team.equals(unit.id())) {
                break;
            }
            below = team;
        }
        return below == null || Place.team(below).equals(place) ? null : terrain.name(Place.team(below));
    }

    private List<String> statements(Group group, List<Job> weighed) {
        List<Finding> findings =
                weighed.stream().flatMap(job -> job.findings().stream()).toList();
        boolean several = findings.stream().map(Finding::subject).distinct().count() > 1;
        Map<String, String> said = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String key = group.folded() ? finding.statement() : subjectName(finding) + finding.statement();
            said.putIfAbsent(key, several ? named(finding) : finding.statement());
        }
        int shown = group.folded() ? EXAMPLES : STATEMENTS;
        List<String> first = new ArrayList<>(said.values().stream().limit(shown).toList());
        if (said.size() > shown && !group.folded()) {
            first.add(words.say("more_findings", "n", Words.number(said.size() - shown)));
        }
        return first;
    }

    private String named(Finding finding) {
        return words.say("says", "name", words.name(subjectName(finding)), "statement", finding.statement());
    }

    /** The most that the steps of these use cases can gain alone. */
    private java.util.Optional<String> ceiling(Set<String> concerned) {
        Comparator<Ceiling> byShare = Comparator.comparing(one -> one.of().share());
        return concerned.stream()
                .map(ceilings::get)
                .filter(Objects::nonNull)
                .max(byShare.thenComparing(one -> one.of().useCaseId(), Texts.BY_CODE_POINT.reversed()))
                .map(one -> words.say(
                        "ceiling",
                        "name",
                        words.name(one.of().useCaseName()),
                        "workflow",
                        words.name(one.workflow()),
                        "share",
                        Words.percent(one.of().share())));
    }
}
