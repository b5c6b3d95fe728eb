package org.throughline.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.Missing;
import org.throughline.web.Lookup.Item;

/** Where the organisation stands and what to do first; every recommendation opens to what it rests on. */
@Controller
class BriefPage {

    private static final int PAGE = 10;
    private static final int EVIDENCE = 6;

    private final Rooms rooms;
    private final Portfolios portfolios;

    BriefPage(Rooms rooms, Portfolios portfolios) {
        this.rooms = rooms;
        this.portfolios = portfolios;
    }

    @GetMapping("/p/{key}")
    String brief(
            @PathVariable String key,
            Selection asked,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Model model) {
        Lookup lookup = rooms.enter(key, "brief", model);
        List<Item> items = lookup.items(asked);
        Paged<Item> page = Paged.of(items, asked.page() == null ? 1 : asked.page(), PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("page", page);
        model.addAttribute(
                "cards",
                page.items().stream().map(item -> Brief.card(item, lookup)).toList());
        if (target.equals("list")) {
            return "brief :: list";
        }
        model.addAttribute("figures", Brief.figures(lookup));
        model.addAttribute("options", lookup.options());
        model.addAttribute("advice", lookup.advice());
        model.addAttribute(
                "health",
                HealthView.of(lookup.health(() ->
                        portfolios.figures(lookup.portfolio(), lookup.advice()).health())));
        model.addAttribute("missing", Missing.of(lookup.advice().notJudged()));
        return "brief";
    }

    @GetMapping("/p/{key}/recommendation")
    String recommendation(@PathVariable String key, @RequestParam String id, Model model) {
        Lookup lookup = rooms.enter(key, "brief", model);
        Item item = lookup.recommendation(id);
        model.addAttribute("card", Brief.card(item, lookup));
        addEvidence(item, model);
        return "recommendation";
    }

    /** The findings below a recommendation, for the brief. */
    @GetMapping("/p/{key}/evidence")
    String evidence(@PathVariable String key, @RequestParam String id, Model model) {
        Lookup lookup = rooms.enter(key, "brief", model);
        addEvidence(lookup.recommendation(id), model);
        return "recommendation :: evidence";
    }

    private static void addEvidence(Item item, Model model) {
        model.addAttribute("id", item.it().id());
        model.addAttribute(
                "findings",
                item.findings().stream().limit(EVIDENCE).map(Lookup.Found::it).toList());
        model.addAttribute("further", Math.max(0, item.findings().size() - EVIDENCE));
    }
}
