package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.access.Reader;
import org.throughline.app.Advisor;
import org.throughline.app.LiveRules;
import org.throughline.app.Rules;
import org.throughline.app.SavedDraft;
import org.throughline.app.UnusableException;
import org.throughline.app.Why;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;
import org.throughline.findings.Subject;
import org.throughline.findings.Trial;
import org.throughline.history.PortfolioCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.Screen;
import org.throughline.report.WhyText;
import tools.jackson.databind.json.JsonMapper;

/** The rule book: what is looked for, by section of the article; a page a diagnostic, with what is known of it. */
@Controller
class RulePages {

    private static final int COUNTED = 20;
    private static final int SUBJECTS = 400;

    private final Advisor advisor;
    private final LiveRules live;
    private final Portfolios portfolios;
    private final Workspaces workspaces;
    private final Facts facts;
    private final Drafting drafting;
    private final RuleEvidence evidence;
    private final JsonMapper json = new JsonMapper();

    RulePages(
            Advisor advisor,
            LiveRules live,
            Portfolios portfolios,
            Workspaces workspaces,
            Facts facts,
            Drafting drafting,
            RuleEvidence evidence) {
        this.advisor = advisor;
        this.live = live;
        this.portfolios = portfolios;
        this.workspaces = workspaces;
        this.facts = facts;
        this.drafting = drafting;
        this.evidence = evidence;
    }

    @GetMapping("/rules")
    String book(HttpServletRequest request, Model model) {
        drafting.frame("rules", request, model);
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
        List<PortfolioCard> followed =
                portfolios.list("", COUNTED, it -> Reader.current().sees(it.id()));
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
            HttpServletRequest request,
            Model model) {
        drafting.frame("rules", request, model);
        Diagnostic diagnostic = diagnostic(id);
        Rules rules = advisor.rules();
        SavedDraft draft = drafting.of(request);
        SavedDraft.@Nullable Edited edited = draft.edits().get(diagnostic.file());
        model.addAttribute("diagnostic", diagnostic);
        model.addAttribute("documentation", RuleTexts.documentation(diagnostic.documentation()));
        model.addAttribute("thresholds", rules.thresholds(diagnostic));
        model.addAttribute("text", edited == null ? rules.text(diagnostic) : edited.text());
        model.addAttribute("edited", edited != null);
        model.addAttribute("words", json.writeValueAsString(Completions.of(advisor.rules())));
        String chosen = facts.chosen(room);
        model.addAttribute("chosen", chosen);
        model.addAttribute("rooms", facts.rooms());
        model.addAttribute("subject", subject);
        model.addAttribute("subjects", subjects(diagnostic, workspaces.find(chosen)));
        if (!subject.isBlank()) {
            model.addAttribute("why", why(diagnostic, workspaces.find(chosen), subject));
        }
        return "rule";
    }

    /** What one may ask about, of the kind that the diagnostic is about first. */
    private static List<Subject> subjects(Diagnostic diagnostic, Workspace workspace) {
        @Nullable Outcome outcome = workspace.outcome(10_000);
        if (outcome == null || outcome.lookup() == null) {
            return List.of();
        }
        return Why.subjects(outcome.lookup().portfolio()).stream()
                .sorted(Comparator.comparing(it -> it.type() != diagnostic.subject()))
                .limit(SUBJECTS)
                .toList();
    }

    /** What the scenarios show of it and where it fires, told once it is known. */
    @GetMapping("/rules/{id}/evidence")
    String evidence(@PathVariable String id, Model model) {
        Diagnostic diagnostic = diagnostic(id);
        model.addAttribute("diagnostic", diagnostic);
        CompletableFuture<@Nullable Trial> asked = evidence.ask();
        model.addAttribute("running", !asked.isDone());
        if (asked.isDone()) {
            try {
                @Nullable Trial trial = asked.join();
                model.addAttribute("proof", trial == null ? null : RuleProof.of(diagnostic, trial));
            } catch (CompletionException e) {
                model.addAttribute(
                        "failure",
                        e.getCause() instanceof UnusableException it
                                ? it.problems().get(0).found()
                                : "Something went wrong that should not have: " + e.getCause());
            }
        }
        model.addAttribute("fires", fires(diagnostic));
        return "rule-evidence :: evidence";
    }

    /** Of each organisation how often it fires there, those where it does first. */
    private List<Fires> fires(Diagnostic diagnostic) {
        List<Fires> fires = new ArrayList<>();
        for (Facts.Choice choice : facts.rooms()) {
            @Nullable Outcome outcome = workspaces.find(choice.key()).outcome(10_000);
            if (outcome != null && outcome.lookup() != null) {
                long count = outcome.lookup().advice().findings().stream()
                        .filter(it -> it.diagnostic().equals(diagnostic.id()))
                        .count();
                fires.add(new Fires(choice, count));
            }
        }
        fires.sort(Comparator.comparing((Fires it) -> !it.where().stored()).thenComparing(it -> -it.count()));
        return fires.subList(0, Math.min(COUNTED, fires.size()));
    }

    /** How often something fires somewhere. */
    public record Fires(Facts.Choice where, long count) {}

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

    private Diagnostic diagnostic(String id) {
        return advisor.rules().diagnostics().stream()
                .filter(it -> it.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such diagnostic", "The rule book lists those that there are."));
    }
}
