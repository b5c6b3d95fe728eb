package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.throughline.access.Reader;
import org.throughline.access.Role;
import org.throughline.app.LiveRules;
import org.throughline.app.NotPublishedException;
import org.throughline.app.RuleDraft;
import org.throughline.app.RuleDrafts;
import org.throughline.app.SavedDraft;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.RuleVersion;

/** Somebody's draft: what differs from the live rules, what is wrong with it; to be published with a note, or discarded. */
@Controller
class DraftPages {

    private static final String BACK = "redirect:/rules/draft";

    private final LiveRules live;
    private final RuleDrafts drafts;
    private final Drafting drafting;

    DraftPages(LiveRules live, RuleDrafts drafts, Drafting drafting) {
        this.live = live;
        this.drafts = drafts;
        this.drafting = drafting;
    }

    @GetMapping("/rules/draft")
    String draft(HttpServletRequest request, Model model) {
        show(request, model);
        return "rule-draft";
    }

    private void show(HttpServletRequest request, Model model) {
        drafting.frame("draft", request, model);
        SavedDraft draft = drafting.of(request);
        model.addAttribute("differences", drafting.tried(draft).differences());
        model.addAttribute(
                "moved", !draft.isEmpty() && !draft.seen().equals(live.get().digest()));
        model.addAttribute("seen", drafting.seen(draft));
        model.addAttribute("versions", live.versions().all());
        model.addAttribute("theirs", drafts.theirs(draft, live.get()));
        model.addAttribute("pages", pages());
        model.addAttribute("byAnother", live.needsAnother());
        model.addAttribute("pending", Reader.current().is(Role.PUBLISHER) ? drafts.pending() : List.of());
    }

    /** Of each rule file the id under which it is edited. */
    private Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (Diagnostic diagnostic : live.get().diagnostics()) {
            pages.put(diagnostic.file(), diagnostic.id());
        }
        pages.put("thresholds.csv", "thresholds");
        return pages;
    }

    /** What is wrong with it; asked for by the page itself, which need not wait for the compiler. */
    @GetMapping("/rules/draft/check")
    String check(HttpServletRequest request, Model model) {
        SavedDraft draft = drafting.of(request);
        RuleDraft tried = drafting.tried(draft);
        model.addAttribute("flaws", tried.flaws().stream().limit(50).toList());
        return "rule-draft :: flaws";
    }

    @PostMapping("/rules/draft/publish")
    String publish(
            @RequestParam String note,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            RuleVersion version = drafts.publish(drafting.begin(request, response), live, Drafting.by(), note);
            next.addAttribute("published", version.number());
            return "redirect:/rules/versions";
        } catch (NotPublishedException e) {
            next.addFlashAttribute("refused", e);
            next.addFlashAttribute("note", note);
            return BACK;
        }
    }

    /** Lets another publisher look at it. */
    @PostMapping("/rules/draft/hand-over")
    String handOver(
            @RequestParam String note,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            drafts.handOver(drafting.begin(request, response), live.get(), Drafting.by(), note);
        } catch (NotPublishedException e) {
            next.addFlashAttribute("refused", e);
        }
        return BACK;
    }

    @PostMapping("/rules/draft/undo")
    String undo(
            @RequestParam(defaultValue = "draft") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        drafts.undo(drafting.begin(request, response), live.get());
        return back.equals("thresholds") ? "redirect:/rules/thresholds" : BACK;
    }

    /** Makes it one of the rules that are live now. */
    @PostMapping("/rules/draft/update")
    String update(HttpServletRequest request, HttpServletResponse response) {
        drafts.update(drafting.begin(request, response), live.get());
        return BACK;
    }

    @PostMapping("/rules/draft/restore")
    String restore(@RequestParam String file, HttpServletRequest request, HttpServletResponse response) {
        drafts.restore(drafting.begin(request, response), live.get(), file);
        return BACK;
    }

    @PostMapping("/rules/draft/discard")
    String discard(HttpServletRequest request, HttpServletResponse response) {
        drafts.discard(drafting.begin(request, response));
        return BACK;
    }
}
