package org.throughline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.app.LiveRules;
import org.throughline.facts.Problem;
import org.throughline.findings.RulesStatus;
import org.throughline.report.ProblemText;
import org.throughline.report.RulesStatusText;

/** What becomes of edits of the rules, in the server's log. */
final class RulesLog implements LiveRules.News {

    private static final Logger LOG = LoggerFactory.getLogger("rules");

    @Override
    public void decided(RulesStatus status) {
        if (status.isRefused()) {
            LOG.warn("{}", RulesStatusText.of(status));
        } else {
            LOG.info("{}", RulesStatusText.of(status));
        }
    }

    @Override
    public void compiling(int files) {
        LOG.info("Compiling {} rule file(s) that are new to this program", files);
    }

    @Override
    public void warned(Problem problem) {
        LOG.warn("{}", ProblemText.line(problem));
    }
}
