package org.throughline.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.advice.Advice;
import org.throughline.advice.Change;
import org.throughline.advice.Recommendation;
import org.throughline.advice.ValueStream;
import org.throughline.app.Advisor;
import org.throughline.app.Edit;
import org.throughline.app.Remedied;
import org.throughline.app.Supposed;
import org.throughline.app.UnusableException;
import org.throughline.app.WhatIf;
import org.throughline.facts.Fact;

/** What the advice would be if facts were otherwise. What is supposed stands in the address; under a name it is kept with the facts. */
@Controller
class WhatIfPage {

    private static final int CHOICES = 400;
    private static final int SHOWN = 100;

    private final Rooms rooms;
    private final Supposings supposings;
    private final Advisor advisor;

    WhatIfPage(Rooms rooms, Supposings supposings, Advisor advisor) {
        this.rooms = rooms;
        this.supposings = supposings;
        this.advisor = advisor;
    }

    @GetMapping("/p/{key}/what-if")
    String whatIf(
            @PathVariable String key,
            @RequestParam(name = "edit", required = false) @Nullable List<String> given,
            @RequestParam(name = "try", defaultValue = "") String tried,
            Model model) {
        Lookup lookup = rooms.enter(key, "what-if", model);
        List<String> edits = new ArrayList<>(given == null ? List.of() : given);
        if (!tried.isEmpty()) {
            Recommendation recommendation = lookup.recommendation(tried).it();
            List<Edit> its = Remedied.edits(recommendation, lookup.advice(), advisor.rules());
            if (!its.isEmpty()) {
                its.forEach(edit -> edits.add(edit.toString()));
                return "redirect:" + address(key, edits);
            }
            model.addAttribute("traceless", recommendation.title());
        }
        model.addAttribute("edits", views(key, edits));
        model.addAttribute("given", edits);
        model.addAttribute("scenarios", scenarios(key));
        choices(lookup, model);
        if (!edits.isEmpty()) {
            suppose(lookup, edits, model);
        }
        return "what-if";
    }

    /** Adds what a form of the page says. */
    @GetMapping("/p/{key}/what-if/add")
    String add(
            @PathVariable String key,
            @RequestParam(name = "edit", required = false) @Nullable List<String> given,
            @RequestParam String table,
            @RequestParam String fact,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String value) {
        List<String> edits = new ArrayList<>(given == null ? List.of() : given);
        if (!fact.isBlank()) {
            edits.add(new Edit(table, fact.strip(), column, value).toString());
        }
        return "redirect:" + address(key, edits);
    }

    @PostMapping("/p/{key}/what-if")
    String keep(
            @PathVariable String key,
            @RequestParam(name = "edit", required = false) @Nullable List<String> given,
            @RequestParam String name) {
        if (given != null && !name.isBlank()) {
            supposings.keep(rooms.workspace(key), name.strip(), given);
        }
        return "redirect:" + address(key, given == null ? List.of() : given);
    }

    @PostMapping("/p/{key}/what-if/forget")
    String forget(@PathVariable String key, @RequestParam String name) {
        supposings.forget(rooms.workspace(key), name);
        return "redirect:" + address(key, List.of());
    }

    private void suppose(Lookup lookup, List<String> edits, Model model) {
        try {
            Advice before = lookup.advice();
            Advice after = advisor.advise(
                    lookup.portfolio(),
                    Supposed.of(lookup.portfolio(), edits.stream().map(Edit::of).toList()));
            List<Change> changes = WhatIf.changes(before, after);
            model.addAttribute("gone", some(changes, Change.Part.FINDING, "vanishes"));
            model.addAttribute("come", some(changes, Change.Part.FINDING, "appears"));
            model.addAttribute("other", some(changes, Change.Part.FINDING, "differs"));
            model.addAttribute("counts", counts(changes));
            model.addAttribute("moves", moves(changes));
            model.addAttribute("times", times(before, after));
            model.addAttribute(
                    "first", after.recommendations().stream().limit(5).toList());
        } catch (UnusableException e) {
            model.addAttribute("refusal", e.problems().get(0));
        }
    }

    private static List<Change> some(List<Change> changes, Change.Part part, String verb) {
        return changes.stream()
                .filter(it -> it.part() == part && it.verb().equals(verb))
                .limit(SHOWN)
                .toList();
    }

    private static Map<String, Long> counts(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(it -> it.part() + " " + it.verb(), Collectors.counting()));
    }

    private static List<Change> moves(List<Change> changes) {
        return changes.stream()
                .filter(it -> it.part() == Change.Part.RECOMMENDATION)
                .limit(SHOWN)
                .toList();
    }

    /** @param after null where nothing is known any more */
    public record LeadTime(
            String workflow,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    private static List<LeadTime> times(Advice before, Advice after) {
        Map<String, ValueStream> now =
                after.valueStreams().stream().collect(Collectors.toMap(ValueStream::workflowId, Function.identity()));
        return before.valueStreams().stream()
                .filter(was -> now.containsKey(was.workflowId()))
                .map(was -> new LeadTime(
                        was.name(), was.leadTimeH(), now.get(was.workflowId()).leadTimeH()))
                .filter(it ->
                        it.before() != null && it.after() != null && it.before().compareTo(it.after()) != 0)
                .toList();
    }

    /** @param without the address of the page without this edit */
    public record View(Edit it, String without) {}

    private static List<View> views(String key, List<String> edits) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            List<String> others = new ArrayList<>(edits);
            others.remove(i);
            views.add(new View(Edit.of(edits.get(i)), address(key, others)));
        }
        return views;
    }

    private Map<String, String> scenarios(String key) {
        Map<String, String> addresses = new LinkedHashMap<>();
        supposings.of(rooms.workspace(key)).forEach((name, edits) -> addresses.put(name, address(key, edits)));
        return addresses;
    }

    private static String address(String key, List<String> edits) {
        return "/p/" + key + "/what-if"
                + edits.stream()
                        .map(edit -> "edit=" + URLEncoder.encode(edit, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void choices(Lookup lookup, Model model) {
        model.addAttribute("useCases", first(lookup.portfolio().useCases()));
        model.addAttribute("workflows", first(lookup.portfolio().workflows()));
        model.addAttribute("people", first(lookup.portfolio().people()));
        model.addAttribute("steps", first(lookup.portfolio().steps()));
        model.addAttribute("waits", first(lookup.portfolio().handoffs()));
    }

    private static <F extends Fact> List<F> first(List<F> all) {
        return all.stream().limit(CHOICES).toList();
    }
}
