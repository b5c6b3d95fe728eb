package org.throughline.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.access.Reader;
import org.throughline.app.Advisor;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.app.Rules;
import org.throughline.app.UnusableException;
import org.throughline.app.Why;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.RulesStatus;
import org.throughline.findings.Threshold;
import org.throughline.history.PortfolioCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.Screen;
import org.throughline.report.WhyText;
import tools.jackson.databind.json.JsonMapper;

/** The rule book: what is looked for, by section of the article; a page a diagnostic; thresholds with what another value would change. */
@Controller
class RulePages {

    private static final int COUNTED = 20;
    private static final String THRESHOLDS = "thresholds.csv";

    private final Advisor advisor;
    private final LiveRules live;
    private final Portfolios portfolios;
    private final Workspaces workspaces;
    private final JsonMapper json = new JsonMapper();

    RulePages(Advisor advisor, LiveRules live, Portfolios portfolios, Workspaces workspaces) {
        this.advisor = advisor;
        this.live = live;
        this.portfolios = portfolios;
        this.workspaces = workspaces;
    }

    @GetMapping("/rules")
    String book(Model model) {
        frame(model);
        Rules rules = advisor.rules();
        Map<String, List<Diagnostic>> sections = new LinkedHashMap<>();
        rules.diagnostics()
                .forEach(it -> sections.computeIfAbsent(it.section(), key -> new ArrayList<>())
                        .add(it));
        model.addAttribute("sections", sections);
        model.addAttribute("status", live.status());
        counts(model);
        return "rules";
    }

    /** How often each diagnostic fires: on the latest snapshots of what is followed, else on the examples. */
    private void counts(Model model) {
        List<PortfolioCard> followed = portfolios.list("", COUNTED, Reader.current()::sees);
        Map<String, Long> counts = new TreeMap<>();
        followed.forEach(card -> portfolios
                .latest(card.id())
                .ifPresent(latest -> count(portfolios.advice(latest).findings(), counts)));
        boolean stored = !counts.isEmpty();
        if (!stored) {
            workspaces.examples().forEach(example -> {
                @Nullable Outcome outcome = workspaces.find(example.key()).outcome(10_000);
                if (outcome != null && outcome.lookup() != null) {
                    count(outcome.lookup().advice().findings(), counts);
                }
            });
        }
        model.addAttribute("counts", counts);
        model.addAttribute("countedOn", stored ? "on the portfolios that are followed" : "on the examples");
    }

    private static void count(List<Finding> findings, Map<String, Long> counts) {
        findings.forEach(it -> counts.merge(it.diagnostic(), 1L, Long::sum));
    }

    @GetMapping("/rules/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        frame(model);
        Diagnostic diagnostic = diagnostic(id);
        Rules rules = advisor.rules();
        String text = rules.text(diagnostic);
        model.addAttribute("diagnostic", diagnostic);
        model.addAttribute("documentation", RuleTexts.documentation(diagnostic.documentation()));
        model.addAttribute("thresholds", rules.thresholds(diagnostic));
        model.addAttribute("text", text);
        model.addAttribute("writable", isWritable());
        model.addAttribute("words", json.writeValueAsString(Completions.of(advisor.rules())));
        model.addAttribute(
                "room_", room.isEmpty() ? workspaces.examples().get(0).key() : room);
        model.addAttribute(
                "rooms", workspaces.examples().stream().map(Rooms.Room::new).toList());
        model.addAttribute("subject", subject);
        if (!subject.isBlank()) {
            model.addAttribute(
                    "why", why(diagnostic, workspaces.find(String.valueOf(model.getAttribute("room_"))), subject));
        }
        return "rule";
    }

    private String why(Diagnostic diagnostic, Workspace workspace, String subject) {
        StringBuilder told = new StringBuilder();
        try {
            Why why =
                    Why.ask(diagnostic.id(), subject.strip(), advisor.rules(), workspace.input(), workspace.request());
            if (why.finding() == null) {
                WhyText.notFound(why.asked(), why.subject(), why.reasons(), Screen.PLAIN, told);
            } else {
                WhyText.found(why.finding(), why.links(), why.follows(), Screen.PLAIN, told);
            }
        } catch (UnusableException e) {
            told.append(e.problems().get(0).found())
                    .append(' ')
                    .append(e.problems().get(0).fix());
        }
        return told.toString();
    }

    @GetMapping("/rules/thresholds")
    String thresholds(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String room,
            Model model) {
        frame(model);
        Rules rules = advisor.rules();
        Map<String, List<Diagnostic>> users = new LinkedHashMap<>();
        Map<String, Threshold> all = new TreeMap<>();
        for (Diagnostic diagnostic : rules.diagnostics()) {
            rules.thresholds(diagnostic).forEach(it -> {
                all.put(it.name(), it);
                users.computeIfAbsent(it.name(), key -> new ArrayList<>()).add(diagnostic);
            });
        }
        model.addAttribute("all", all.values());
        model.addAttribute("users", users);
        model.addAttribute(
                "rooms", workspaces.examples().stream().map(Rooms.Room::new).toList());
        String chosen = room.isEmpty() ? workspaces.examples().get(0).key() : room;
        model.addAttribute("chosen", chosen);
        model.addAttribute("name", name);
        model.addAttribute("value", value);
        if (all.containsKey(name) && value.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            suppose(rules, name, value, chosen, model);
        }
        return "thresholds";
    }

    private void suppose(Rules rules, String name, String value, String room, Model model) {
        String table = rules.file(THRESHOLDS)
                .lines()
                .map(line -> line.startsWith(name + ",")
                        ? name + "," + value + line.substring(line.indexOf(',', name.length() + 1))
                        : line)
                .collect(Collectors.joining("\n"));
        @Nullable Outcome outcome = workspaces.find(room).outcome(10_000);
        if (outcome == null || outcome.lookup() == null) {
            return;
        }
        try {
            model.addAttribute(
                    "effect",
                    new RuleDraft(rules, THRESHOLDS, table)
                            .effect(outcome.lookup().portfolio()));
        } catch (UnusableException e) {
            model.addAttribute("refusal", e.problems().get(0).found());
        }
    }

    private Diagnostic diagnostic(String id) {
        return advisor.rules().diagnostics().stream()
                .filter(it -> it.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such diagnostic", "The rule book lists those that there are."));
    }

    private boolean isWritable() {
        return !live.status().source().equals(RulesStatus.SHIPPED);
    }

    private static void frame(Model model) {
        model.addAttribute("here", "rules");
    }
}
