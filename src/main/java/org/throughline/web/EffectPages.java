package org.throughline.web;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.access.Reader;
import org.throughline.app.Daemons;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.findings.RuleVersion;
import org.throughline.history.PortfolioCard;
import org.throughline.portfolio.Portfolios;

/** What other rules would say of everything that is kept: the newest snapshot of each portfolio; of the examples where nothing is kept. */
@Controller
class EffectPages {

    private static final int MOST_RUNS = 12;
    private static final int MOST_PORTFOLIOS = 500;

    private final LiveRules live;
    private final Portfolios portfolios;
    private final Workspaces workspaces;
    private final Drafting drafting;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, EffectRun> runs = Collections.synchronizedMap(new LinkedHashMap<>());
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("effects"));

    EffectPages(LiveRules live, Portfolios portfolios, Workspaces workspaces, Drafting drafting) {
        this.live = live;
        this.portfolios = portfolios;
        this.workspaces = workspaces;
        this.drafting = drafting;
    }

    @PostMapping("/rules/draft/effect")
    String ofDraft(HttpServletRequest request) {
        return begin("Your draft instead of the live rules", "/rules/draft", drafting.tried(drafting.of(request)));
    }

    @PostMapping("/rules/versions/effect")
    String ofVersions(@RequestParam int from, @RequestParam int to) {
        @Nullable RuleVersion before = live.versions().one(from);
        @Nullable RuleVersion after = live.versions().one(to);
        if (before == null || after == null) {
            throw new NoSuchPageException(
                    "There is no such version", "The page of versions lists those that there are.");
        }
        return begin(
                "Version " + to + " instead of version " + from,
                "/rules/versions/compare?from=" + from + "&to=" + to,
                live.between(before, after));
    }

    private String begin(String title, String back, RuleDraft rules) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        EffectRun run = new EffectRun(HexFormat.of().formatHex(bytes), title, back, rules, organisations());
        synchronized (runs) {
            runs.put(run.key(), run);
            if (runs.size() > MOST_RUNS) {
                runs.remove(runs.keySet().iterator().next()).cancel();
            }
        }
        thread.execute(run);
        return "redirect:/rules/effects/" + run.key();
    }

    private List<EffectRun.Organisation> organisations() {
        List<EffectRun.Organisation> all = new ArrayList<>();
        for (PortfolioCard card :
                portfolios.list("", MOST_PORTFOLIOS, it -> Reader.current().sees(it.id()))) {
            portfolios
                    .latest(card.id())
                    .ifPresent(latest -> all.add(new EffectRun.Organisation(
                            card.id() + "~" + latest.number(), card.name(), () -> portfolios.facts(latest))));
        }
        if (all.isEmpty()) {
            workspaces
                    .examples()
                    .forEach(it -> all.add(new EffectRun.Organisation(
                            it.key(),
                            it.title() + " (example)",
                            () -> Objects.requireNonNull(Objects.requireNonNull(
                                                    workspaces.find(it.key()).outcome(60_000))
                                            .lookup())
                                    .portfolio())));
        }
        return all;
    }

    @GetMapping("/rules/effects/{key}")
    String page(@PathVariable String key, HttpServletRequest request, Model model) {
        drafting.frame("draft", request, model);
        model.addAttribute("run", run(key));
        return "rule-effect";
    }

    /** The part of the page that asks for itself again until all is told. */
    @GetMapping("/rules/effects/{key}/told")
    String told(@PathVariable String key, Model model) {
        model.addAttribute("run", run(key));
        return "rule-effect :: told";
    }

    @PostMapping("/rules/effects/{key}/cancel")
    String cancel(@PathVariable String key) {
        run(key).cancel();
        return "redirect:/rules/effects/" + key;
    }

    private EffectRun run(String key) {
        @Nullable EffectRun run = runs.get(key);
        if (run == null) {
            throw new NoSuchPageException(
                    "This is no longer here",
                    "What rules would change is kept until the program stops, and for the last dozen. Ask for it again"
                            + " from the draft.");
        }
        return run;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
