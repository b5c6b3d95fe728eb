package org.throughline.web;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.throughline.app.LiveRules;
import org.throughline.findings.RulesStatus;
import org.throughline.report.FlawText;
import org.throughline.report.RulesStatusText;

/** Tells every page when rules in the folder are not those that advise: {@code templates/rules-banner.html}. */
@ControllerAdvice(basePackageClasses = RulesBanner.class)
class RulesBanner {

    private final LiveRules rules;

    RulesBanner(LiveRules rules) {
        this.rules = rules;
    }

    /**
     * @param lines each problem as text of several lines
     * @param failed scenarios, each with what differs
     */
    record Banner(String headline, List<String> lines, List<org.throughline.findings.Verdict> failed) {}

    /** Null, and no banner, while all is well. */
    @ModelAttribute("rulesBanner")
    @org.jspecify.annotations.Nullable
    Banner banner() {
        RulesStatus status = rules.status();
        RulesStatus.Attempt attempt = status.attempt();
        return attempt == null || !status.isRefused()
                ? null
                : new Banner(
                        RulesStatusText.headline(status),
                        attempt.errors().stream().map(FlawText::text).toList(),
                        attempt.failed());
    }
}
