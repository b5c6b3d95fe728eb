package org.throughline.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Recommendation;
import org.throughline.app.Answer;
import org.throughline.facts.Portfolio;
import org.throughline.findings.Finding;
import org.throughline.history.Health;

/** Advice with what pages ask of it: by id, by place, by words. */
final class Lookup {

    private final Answer answer;
    private final Places places;
    private final Map<String, Found> findings = new HashMap<>();
    private final List<Found> inOrder = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Item> byId = new HashMap<>();
    private final Map<String, List<Recommendation>> answers = new HashMap<>();
    private final Map<String, List<Option>> options;
    private final Map<String, List<Option>> findingOptions;
    private final Board.Cards cards;
    private @Nullable Health health;

    /** Works out once what every page about these facts asks for: with 100,000 use cases that takes longer than a page may. */
    Lookup(Answer answer) {
        this.answer = answer;
        this.places = new Places(answer.portfolio());
        answer.advice().findings().forEach(this::add);
        answer.advice().recommendations().forEach(this::add);
        this.options = itemOptions();
        this.findingOptions = foundOptions();
        this.cards = Board.Cards.of(answer.portfolio(), places);
    }

    /** A finding with where it is. */
    public record Found(
            Finding it, Set<String> units, @Nullable String workflow, String text) {}

    /** A recommendation with where it is and what it rests on. */
    public record Item(
            Recommendation it,
            Set<String> units,
            Set<String> workflows,
            Set<String> sections,
            List<Found> findings,
            String text) {}

    private void add(Finding it) {
        String text = String.join(" ", it.id(), it.subject().name(), it.statement(), it.slug());
        Found found = new Found(it, places.units(it.subject()), places.workflow(it.subject()), lower(text));
        findings.put(it.id(), found);
        inOrder.add(found);
    }

    private void add(Recommendation it) {
        Set<String> units = new LinkedHashSet<>(places.units(it.subject()));
        Set<String> workflows = new LinkedHashSet<>();
        Set<String> sections = new LinkedHashSet<>();
        List<Found> its = it.findings().stream()
                .map(findings::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        for (Found found : its) {
            units.addAll(found.units());
            sections.add(found.it().section());
            if (found.workflow() != null) {
                workflows.add(found.workflow());
            }
        }
        String text = String.join(" ", it.title(), it.why(), it.action(), it.decider(), it.kind(), it.firstStep());
        Item item = new Item(it, units, workflows, sections, its, lower(text));
        items.add(item);
        byId.put(it.id(), item);
        it.findings()
                .forEach(finding -> answers.computeIfAbsent(finding, key -> new ArrayList<>(1))
                        .add(it));
    }

    Answer answer() {
        return answer;
    }

    Advice advice() {
        return answer.advice();
    }

    Portfolio portfolio() {
        return answer.portfolio();
    }

    Places places() {
        return places;
    }

    /** @throws NoSuchPageException if there is none of that id */
    Item recommendation(String id) {
        @Nullable Item item = byId.get(id);
        if (item == null) {
            throw new NoSuchPageException(
                    "There is no such recommendation",
                    "It may have been carried out, or the facts were read in another way since.");
        }
        return item;
    }

    @Nullable
    Item find(String recommendation) {
        return byId.get(recommendation);
    }

    /** @throws NoSuchPageException if there is none of that id */
    Found finding(String id) {
        @Nullable Found found = findings.get(id);
        if (found == null) {
            throw new NoSuchPageException(
                    "There is no such finding", "The facts may say something else since, or were read in another way.");
        }
        return found;
    }

    /** Recommendations that a finding is answered by. */
    List<Recommendation> answering(String finding) {
        return answers.getOrDefault(finding, List.of());
    }

    /** In the order asked for. */
    List<Item> items(Selection asked) {
        String words = lower(asked.q());
        return items.stream()
                .filter(item -> matches(item, asked))
                .filter(item -> words.isEmpty() || holds(item, words))
                .sorted(order(asked.sort()))
                .toList();
    }

    private static boolean matches(Item item, Selection asked) {
        Recommendation it = item.it;
        return is(asked.tier(), it.tier().name())
                && is(asked.kind(), it.kind())
                && is(asked.decider(), it.decider())
                && has(asked.unit(), item.units)
                && has(asked.workflow(), item.workflows)
                && has(asked.section(), item.sections);
    }

    private static boolean holds(Item item, String words) {
        return all(words, item.text) || item.findings.stream().anyMatch(found -> all(words, found.text));
    }

    /** Every word somewhere in the text. */
    private static boolean all(String words, String text) {
        for (String word : words.split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Comparator<Item> order(@Nullable String sort) {
        Comparator<Item> byRank = Comparator.comparing(item -> item.it.rank());
        return switch (String.valueOf(sort)) {
            case "hours" ->
                Comparator.comparing(
                                (Item item) -> item.it.priority().hoursPerMonth(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(byRank);
            case "effort" ->
                Comparator.comparing((Item item) -> item.it.priority().effortDays())
                        .thenComparing(byRank);
            case "findings" ->
                Comparator.comparing((Item item) -> -item.findings.size()).thenComparing(byRank);
            case "decider" ->
                Comparator.comparing((Item item) -> item.it.decider()).thenComparing(byRank);
            default -> byRank;
        };
    }

    /** By diagnostic, then subject, or worst first. */
    List<Found> findings(Selection asked) {
        String words = lower(asked.q());
        List<Found> from = String.valueOf(asked.recommendation()).isEmpty()
                ? inOrder
                : recommendation(String.valueOf(asked.recommendation())).findings();
        List<Found> matching = from.stream()
                .filter(found -> is(asked.diagnostic(), found.it.diagnostic())
                        && is(asked.severity(), found.it.severity().word())
                        && is(asked.section(), found.it.section())
                        && has(asked.unit(), found.units)
                        && is(asked.workflow(), found.workflow)
                        && (words.isEmpty() || all(words, found.text)))
                .toList();
        return "severity".equals(asked.sort())
                ? matching.stream()
                        .sorted(Comparator.comparing(found -> found.it.severity()))
                        .toList()
                : matching;
    }

    private static boolean is(@Nullable String asked, @Nullable String given) {
        return asked == null || asked.isEmpty() || asked.equals(given);
    }

    private static boolean has(@Nullable String asked, Set<String> given) {
        return asked == null || asked.isEmpty() || given.contains(asked);
    }

    static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT).strip();
    }

    /** Worked out at most once. */
    synchronized Health health(Supplier<Health> how) {
        if (health == null) {
            health = how.get();
        }
        return health;
    }

    /** Its use cases as the board shows them. */
    Board.Cards cards() {
        return cards;
    }

    /** Choices of the recommendations' filters. */
    Map<String, List<Option>> options() {
        return options;
    }

    private Map<String, List<Option>> itemOptions() {
        Map<String, List<Option>> options = new HashMap<>();
        options.put("unit", options(items, Item::units, places::teamName));
        options.put("workflow", options(items, Item::workflows, places::workflowName));
        options.put("section", options(items, Item::sections, name -> name));
        options.put("kind", options(items, item -> Set.of(item.it.kind()), name -> name.replace('-', ' ')));
        options.put("tier", options(items, item -> Set.of(item.it.tier().name()), name -> name));
        options.put("decider", options(items, item -> Set.of(item.it.decider()), name -> name));
        return options;
    }

    /** Choices of the findings' filters. */
    Map<String, List<Option>> findingOptions(Function<String, String> diagnosticName) {
        Map<String, List<Option>> named = new HashMap<>(findingOptions);
        named.computeIfPresent(
                "diagnostic",
                (key, ids) -> ids.stream()
                        .map(it -> new Option(it.value(), diagnosticName.apply(it.value()), it.count()))
                        .toList());
        return named;
    }

    private Map<String, List<Option>> foundOptions() {
        Map<String, List<Option>> options = new HashMap<>();
        options.put("unit", options(inOrder, Found::units, places::teamName));
        options.put(
                "workflow",
                options(
                        inOrder,
                        found -> found.workflow == null ? Set.of() : Set.of(found.workflow),
                        places::workflowName));
        options.put("section", options(inOrder, found -> Set.of(found.it.section()), name -> name));
        options.put(
                "severity", options(inOrder, found -> Set.of(found.it.severity().word()), name -> name));
        options.put("diagnostic", options(inOrder, found -> Set.of(found.it.diagnostic()), id -> id));
        return options;
    }

    private static <T> List<Option> options(
            List<T> all, Function<T, Set<String>> values, Function<String, String> label) {
        Map<String, Integer> counts = new TreeMap<>();
        BiConsumer<String, Integer> add = (value, one) -> counts.merge(value, one, Integer::sum);
        all.forEach(item -> values.apply(item).forEach(value -> add.accept(value, 1)));
        return counts.entrySet().stream()
                .map(it -> new Option(it.getKey(), label.apply(it.getKey()), it.getValue()))
                .sorted(Comparator.comparing((Option it) -> lower(it.label())).thenComparing(Option::value))
                .toList();
    }
}
