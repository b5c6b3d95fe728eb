package org.throughline.web;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.app.Daemons;
import org.throughline.app.LiveRules;
import org.throughline.app.Rules;
import org.throughline.findings.Trial;

/** What the scenarios say of the live rules, with the coverage of every condition: run once for each rule book, when a page first asks. */
@Component
class RuleEvidence {

    private final LiveRules live;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Daemons.named("evidence"));

    private @Nullable Run last;

    RuleEvidence(LiveRules live) {
        this.live = live;
    }

    /** @param trial ends with null where there are no scenarios, and exceptionally where they cannot be run */
    private record Run(String digest, CompletableFuture<@Nullable Trial> trial) {}

    /** Begins it where nobody did. */
    synchronized CompletableFuture<@Nullable Trial> ask() {
        Rules rules = live.get();
        Run run = last;
        if (run == null || !run.digest().equals(rules.digest())) {
            run = new Run(rules.digest(), CompletableFuture.supplyAsync(() -> live.trial(rules), thread));
            last = run;
        }
        return run.trial();
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
