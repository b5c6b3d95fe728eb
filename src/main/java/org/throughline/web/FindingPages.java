package org.throughline.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.app.Advisor;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Finding;

/** All that was found, and each finding down to the cells it was read from and the rule that says so. */
@Controller
class FindingPages {

    private static final int PAGE = 40;

    private final Rooms rooms;
    private final Advisor advisor;

    FindingPages(Rooms rooms, Advisor advisor) {
        this.rooms = rooms;
        this.advisor = advisor;
    }

    @GetMapping("/p/{key}/findings")
    String findings(
            @PathVariable String key,
            Selection asked,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Model model) {
        Lookup lookup = rooms.enter(key, "findings", model);
        model.addAttribute("asked", asked);
        model.addAttribute("page", Paged.of(lookup.findings(asked), asked.page() == null ? 1 : asked.page(), PAGE));
        Map<String, String> titles = titles();
        model.addAttribute("titles", titles);
        if (target.equals("list")) {
            return "findings :: list";
        }
        model.addAttribute("options", lookup.findingOptions(id -> id + " " + titles.getOrDefault(id, "")));
        return "findings";
    }

    @GetMapping("/p/{key}/finding")
    String finding(@PathVariable String key, @RequestParam String id, Model model) {
        Lookup lookup = rooms.enter(key, "findings", model);
        Finding finding = lookup.finding(id).it();
        model.addAttribute("finding", finding);
        model.addAttribute("answering", lookup.answering(id));
        @Nullable Diagnostic diagnostic = diagnostic(finding.diagnostic());
        if (diagnostic != null) {
            model.addAttribute("diagnostic", diagnostic);
            model.addAttribute("documentation", RuleTexts.documentation(diagnostic.documentation()));
            model.addAttribute("rule", RuleTexts.rule(advisor.rules().text(diagnostic), finding.rule()));
        }
        return "finding";
    }

    private @Nullable Diagnostic diagnostic(String id) {
        return advisor.rules().diagnostics().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Map<String, String> titles() {
        return advisor.rules().diagnostics().stream().collect(Collectors.toMap(Diagnostic::id, Diagnostic::title));
    }
}
