package org.throughline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.advice.Effect;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.app.RuleDrafts;
import org.throughline.app.Rules;
import org.throughline.app.SavedDraft;
import org.throughline.app.ThresholdTable;
import org.throughline.app.UnusableException;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;

/** The thresholds with a slider each: what another value would change is seen at once, and kept in the draft. */
@Controller
class ThresholdPages {

    private final LiveRules live;
    private final RuleDrafts drafts;
    private final Drafting drafting;
    private final Workspaces workspaces;
    private final Facts facts;

    ThresholdPages(LiveRules live, RuleDrafts drafts, Drafting drafting, Workspaces workspaces, Facts facts) {
        this.live = live;
        this.drafts = drafts;
        this.drafting = drafting;
        this.workspaces = workspaces;
        this.facts = facts;
    }

    /**
     * A threshold as the table shows it.
     *
     * @param value as the live file writes it
     * @param drafted as the draft does
     * @param most where the slider ends
     * @param step by which it moves
     */
    public record Row(Threshold it, String value, String drafted, String most, String step, List<Diagnostic> users) {

        public boolean isChanged() {
            return !value.equals(drafted);
        }

        static Row of(Threshold it, String value, String drafted, List<Diagnostic> users) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(
                    Math.max(0, it.value().stripTrailingZeros().scale()));
            BigDecimal most = it.unit().equals("%")
                    ? new BigDecimal(100)
                    : it.value()
                            .max(new BigDecimal(drafted))
                            .multiply(new BigDecimal(3))
                            .add(step.multiply(BigDecimal.TEN));
            return new Row(it, value, drafted, most.toPlainString(), step.toPlainString(), users);
        }
    }

    @GetMapping("/rules/thresholds")
    String thresholds(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String room,
            HttpServletRequest request,
            Model model) {
        SavedDraft draft = drafting.of(request);
        drafting.frame("thresholds", request, model);
        panel(draft, room, model);
        List<Row> rows = rows(draft);
        model.addAttribute("rows", rows);
        model.addAttribute("rooms", facts.rooms());
        model.addAttribute("name", name);
        model.addAttribute("value", value);
        if (rows.stream().anyMatch(row -> row.it().name().equals(name)) && ThresholdTable.isNumber(value)) {
            Rules rules = live.get();
            String table = new ThresholdTable(rules.file(ThresholdTable.FILE))
                    .with(name, value)
                    .text();
            effect(new RuleDraft(rules, ThresholdTable.FILE, table), room, "trial", model);
        }
        return "thresholds";
    }

    private List<Row> rows(SavedDraft draft) {
        Rules rules = live.get();
        ThresholdTable table = new ThresholdTable(rules.file(ThresholdTable.FILE));
        ThresholdTable drafted = table(draft);
        Map<String, List<Diagnostic>> users = new LinkedHashMap<>();
        for (Diagnostic diagnostic : rules.diagnostics()) {
            rules.thresholds(diagnostic)
                    .forEach(it -> users.computeIfAbsent(it.name(), key -> new ArrayList<>())
                            .add(diagnostic));
        }
        List<Row> rows = new ArrayList<>();
        for (Threshold it : rules.thresholds()) {
            @Nullable String value = table.value(it.name());
            @Nullable String now = drafted.value(it.name());
            String written = value == null ? it.value().toPlainString() : value.strip();
            String draftedValue = now == null || !ThresholdTable.isNumber(now.strip()) ? written : now.strip();
            rows.add(Row.of(it, written, draftedValue, users.getOrDefault(it.name(), List.of())));
        }
        return rows;
    }

    private ThresholdTable table(SavedDraft draft) {
        SavedDraft.@Nullable Edited edited = draft.edits().get(ThresholdTable.FILE);
        return new ThresholdTable(edited == null ? live.get().file(ThresholdTable.FILE) : edited.text());
    }

    /** What the draft's thresholds are, and what the draft would change for some facts. */
    private void panel(SavedDraft draft, String room, Model model) {
        model.addAttribute(
                "changed", rows(draft).stream().filter(Row::isChanged).toList());
        model.addAttribute("draft", draft);
        model.addAttribute("chosen", facts.chosen(room));
        model.addAttribute("chosenTitle", workspaces.find(facts.chosen(room)).title());
        if (!draft.isEmpty()) {
            effect(drafting.tried(draft), room, "drafted", model);
        }
    }

    private void effect(RuleDraft draft, String room, String called, Model model) {
        @Nullable Outcome outcome = workspaces.find(facts.chosen(room)).outcome(10_000);
        if (outcome == null || outcome.lookup() == null) {
            return;
        }
        try {
            Effect effect = draft.effect(outcome.lookup().portfolio());
            model.addAttribute(called, effect);
        } catch (UnusableException e) {
            model.addAttribute(called + "Refusal", e.problems().get(0).found());
        }
    }

    /** Puts a value into the draft, as one step that can be undone. */
    @PostMapping("/rules/thresholds")
    String set(
            @RequestParam String name,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String room,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String given = value.strip();
        if (!ThresholdTable.isNumber(given)) {
            throw new NoSuchPageException("That is no number", "Write it with digits, such as 30 or 0.5.");
        }
        String whose = drafting.begin(request, response);
        Rules rules = live.get();
        ThresholdTable before = table(drafts.of(whose, rules));
        ThresholdTable after = before.with(name, given);
        SavedDraft draft = after == before
                ? drafts.of(whose, rules)
                : drafts.edit(whose, rules, ThresholdTable.FILE, after.text(), name + ": " + given);
        if (part == null) {
            return "redirect:/rules/thresholds"
                    + (room.isEmpty() ? "" : "?room=" + room.replaceAll("[^A-Za-z0-9~_-]", ""));
        }
        panel(draft, room, model);
        return "thresholds :: panel";
    }
}
