package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.throughline.app.Advisor;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDrafts;
import org.throughline.app.SavedDraft;
import org.throughline.app.UnusableException;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Flaw;

/** A rule file in somebody's draft: kept and checked while they type, and tried on facts. */
@Controller
class RuleEditor {

    private static final int LONGEST = 200_000;

    private final Advisor advisor;
    private final LiveRules live;
    private final Workspaces workspaces;
    private final RuleDrafts drafts;
    private final Drafting drafting;
    private final Facts facts;

    RuleEditor(
            Advisor advisor, LiveRules live, Workspaces workspaces, RuleDrafts drafts, Drafting drafting, Facts facts) {
        this.advisor = advisor;
        this.live = live;
        this.workspaces = workspaces;
        this.drafts = drafts;
        this.drafting = drafting;
        this.facts = facts;
    }

    /** Keeps what was typed in the draft, and says what is wrong with that, as an editor shows it. */
    @PostMapping("/rules/{id}/check")
    @ResponseBody
    List<Flaw> check(
            @PathVariable String id,
            @RequestParam String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        Diagnostic diagnostic = diagnostic(id);
        SavedDraft draft = keep(diagnostic, text, request, response);
        return drafting.tried(draft).flaws().stream()
                .filter(flaw -> flaw.isError() || flaw.file().equals(diagnostic.file()))
                .limit(50)
                .toList();
    }

    /** What the draft would change in the advice on some facts. */
    @PostMapping("/rules/{id}/effect")
    String effect(
            @PathVariable String id,
            @RequestParam String text,
            @RequestParam String room,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SavedDraft draft = keep(diagnostic(id), text, request, response);
        @Nullable Outcome outcome = workspaces.find(facts.chosen(room)).outcome(10_000);
        if (outcome != null && outcome.lookup() != null) {
            try {
                model.addAttribute(
                        "effect", drafting.tried(draft).effect(outcome.lookup().portfolio()));
            } catch (UnusableException e) {
                model.addAttribute(
                        "refusal",
                        "The draft cannot be used yet: " + e.problems().get(0).found());
            }
        }
        return "rule-parts :: tried";
    }

    /** For browsers that run no scripts: what is typed is kept by the check otherwise. */
    @PostMapping("/rules/{id}/save")
    String save(
            @PathVariable String id,
            @RequestParam String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(diagnostic(id), text, request, response);
        return "redirect:/rules/draft";
    }

    private SavedDraft keep(
            Diagnostic diagnostic, String text, HttpServletRequest request, HttpServletResponse response) {
        limit(text);
        return drafts.edit(drafting.begin(request, response), live.get(), diagnostic.file(), text, null);
    }

    private static void limit(String text) {
        if (text.length() > LONGEST) {
            throw new NoSuchPageException("The draft is too long", "A rule file has at most 200,000 characters.");
        }
    }

    private Diagnostic diagnostic(String id) {
        return advisor.rules().diagnostics().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such diagnostic", "The rule book lists those that there are."));
    }
}
