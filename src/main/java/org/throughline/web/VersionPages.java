package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.throughline.app.LiveRules;
import org.throughline.app.NotPublishedException;
import org.throughline.findings.RuleVersion;

/** Every state of the rules that was live: who made it so and why, what differs between two, and the way back to one. */
@Controller
class VersionPages {

    private final LiveRules live;
    private final Drafting drafting;

    VersionPages(LiveRules live, Drafting drafting) {
        this.live = live;
        this.drafting = drafting;
    }

    @GetMapping("/rules/versions")
    String versions(@RequestParam(defaultValue = "0") int published, HttpServletRequest request, Model model) {
        drafting.frame("versions", request, model);
        model.addAttribute("versions", live.versions().all());
        model.addAttribute("published", published);
        return "rule-versions";
    }

    @GetMapping("/rules/versions/compare")
    String compare(
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            HttpServletRequest request,
            Model model) {
        drafting.frame("versions", request, model);
        RuleVersion before = version(from);
        RuleVersion after = version(to);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("versions", live.versions().all());
        model.addAttribute("differences", live.between(before, after).differences());
        return "rule-compare";
    }

    private RuleVersion version(int number) {
        @Nullable RuleVersion version = live.versions().one(number);
        if (version == null) {
            throw new NoSuchPageException(
                    "There is no such version", "The page of versions lists those that there are.");
        }
        return version;
    }

    /** Makes it live again, as a version of its own. */
    @PostMapping("/rules/versions/{number}/publish")
    String back(
            @PathVariable int number, @RequestParam String note, @RequestParam String seen, RedirectAttributes next) {
        version(number);
        try {
            RuleVersion version = live.rollBack(number, seen, Drafting.by(), note);
            next.addAttribute("published", version.number());
        } catch (NotPublishedException e) {
            next.addFlashAttribute("refused", e);
        }
        return "redirect:/rules/versions";
    }
}
