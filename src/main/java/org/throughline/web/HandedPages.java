package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.throughline.app.LiveRules;
import org.throughline.app.NotPublishedException;
import org.throughline.app.RuleDrafts;
import org.throughline.app.RuleDrafts.Pending;
import org.throughline.findings.RuleVersion;

/** Drafts that others handed over: to be looked at, and published or handed back. */
@Controller
class HandedPages {

    private final LiveRules live;
    private final RuleDrafts drafts;
    private final Drafting drafting;

    HandedPages(LiveRules live, RuleDrafts drafts, Drafting drafting) {
        this.live = live;
        this.drafts = drafts;
        this.drafting = drafting;
    }

    private Pending one(String key) {
        return drafts.pending(key)
                .orElseThrow(() -> new NoSuchPageException(
                        "This draft does not wait any more",
                        "It was published or handed back, or its writer took it back to edit it. Your draft's page"
                                + " lists those that wait."));
    }

    @GetMapping("/rules/handed/{key}")
    String page(@PathVariable String key, HttpServletRequest request, Model model) {
        Pending it = one(key);
        drafting.frame("draft", request, model);
        model.addAttribute("pending", it);
        model.addAttribute("handed", it.draft().handed());
        model.addAttribute("differences", drafts.tried(it.draft(), live.get()).differences());
        model.addAttribute("theirs", drafts.theirs(it.draft(), live.get()));
        return "rule-handed";
    }

    /** @param seen when what was looked at had been handed over: nothing is published unseen */
    @PostMapping("/rules/handed/{key}/publish")
    String publish(
            @PathVariable String key, @RequestParam String note, @RequestParam String seen, RedirectAttributes next) {
        Pending it = one(key);
        if (!Objects.requireNonNull(it.draft().handed()).at().toString().equals(seen)) {
            next.addFlashAttribute("again", true);
            return "redirect:/rules/handed/" + key;
        }
        try {
            RuleVersion version = drafts.publish(it, live, Drafting.by(), note);
            next.addAttribute("published", version.number());
            return "redirect:/rules/versions";
        } catch (NotPublishedException e) {
            next.addFlashAttribute("refused", e);
            return "redirect:/rules/handed/" + key;
        }
    }

    @PostMapping("/rules/handed/{key}/back")
    String back(@PathVariable String key, @RequestParam String note) {
        drafts.handBack(one(key), live.get(), Drafting.by(), note);
        return "redirect:/rules/draft";
    }
}
