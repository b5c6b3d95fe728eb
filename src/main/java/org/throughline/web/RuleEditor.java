package org.throughline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.throughline.app.RuleDraft;
import org.throughline.app.UnusableException;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Flaw;
import org.throughline.findings.RulesStatus;

/** A draft beside the live book: checked while somebody types, tried on facts, and saved into the folder that the rules follow. */
@Controller
class RuleEditor {

    private static final int LONGEST = 200_000;

    private final Advisor advisor;
    private final LiveRules live;
    private final Workspaces workspaces;

    RuleEditor(Advisor advisor, LiveRules live, Workspaces workspaces) {
        this.advisor = advisor;
        this.live = live;
        this.workspaces = workspaces;
    }

    /** What is wrong with the draft, as an editor shows it. */
    @PostMapping("/rules/{id}/check")
    @ResponseBody
    List<Flaw> check(@PathVariable String id, @RequestParam String text) {
        Diagnostic diagnostic = diagnostic(id);
        return draft(diagnostic, text).flaws().stream()
                .filter(flaw -> flaw.isError() || flaw.file().equals(diagnostic.file()))
                .limit(50)
                .toList();
    }

    /** What the draft would change in the advice on some facts. */
    @PostMapping("/rules/{id}/effect")
    String effect(@PathVariable String id, @RequestParam String text, @RequestParam String room, Model model) {
        @Nullable Outcome outcome = workspaces.find(room).outcome(10_000);
        if (outcome != null && outcome.lookup() != null) {
            try {
                model.addAttribute(
                        "effect",
                        draft(diagnostic(id), text).effect(outcome.lookup().portfolio()));
            } catch (UnusableException e) {
                model.addAttribute(
                        "refusal",
                        "The draft cannot be used yet: " + e.problems().get(0).found());
            }
        }
        return "thresholds :: effect";
    }

    /** Saves the draft where the rules come from; there it is checked and tested again, and goes live or is refused. */
    @PostMapping("/rules/{id}/save")
    String save(@PathVariable String id, @RequestParam String text) throws IOException {
        Diagnostic diagnostic = diagnostic(id);
        RulesStatus status = live.status();
        if (status.source().equals(RulesStatus.SHIPPED)) {
            throw new NoSuchPageException(
                    "These rules cannot be changed here",
                    "They came with the program. Copy the folder rules, and start with --rules and its name.");
        }
        if (draft(diagnostic, text).flaws().stream().anyMatch(Flaw::isError)) {
            throw new NoSuchPageException(
                    "The draft has errors", "Go back, mend what the editor marks, and save again.");
        }
        Path folder = Path.of(status.source()).toAbsolutePath().normalize();
        Path file = folder.resolve(diagnostic.file()).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new NoSuchPageException("There is no such file", "The rules folder has changed since. Look again.");
        }
        Path whole = Files.createTempFile(folder, ".draft", ".tmp");
        Files.writeString(whole, text.replace("\r\n", "\n"));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return "redirect:/rules/" + diagnostic.id();
    }

    private RuleDraft draft(Diagnostic diagnostic, String text) {
        if (text.length() > LONGEST) {
            throw new NoSuchPageException("The draft is too long", "A rule file has at most 200,000 characters.");
        }
        return new RuleDraft(advisor.rules(), diagnostic.file(), text.replace("\r\n", "\n"));
    }

    private Diagnostic diagnostic(String id) {
        return advisor.rules().diagnostics().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such diagnostic", "The rule book lists those that there are."));
    }
}
