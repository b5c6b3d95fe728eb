package org.throughline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.app.Request;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.report.Alike;
import org.throughline.report.Document;

/** How the files were read: what was recognised, a table of columns to correct, and every problem with its place and fix. */
@Controller
class ReadingPage {

    private static final int PROBLEMS = 30;
    private static final long PATIENCE = 1_500;

    private final Rooms rooms;
    private final Workspaces workspaces;

    ReadingPage(Rooms rooms, Workspaces workspaces) {
        this.rooms = rooms;
        this.workspaces = workspaces;
    }

    @GetMapping("/p/{key}/reading")
    String reading(@PathVariable String key, @RequestParam(defaultValue = "1") int page, Model model) {
        Workspace workspace = rooms.workspace(key);
        rooms.frame(workspace, "reading", model);
        @Nullable Outcome outcome = workspace.outcome(0);
        if (outcome == null) {
            model.addAttribute("progress", workspace.progress());
            return "progress";
        }
        model.addAttribute("sheets", sheets(workspace.lastReading()));
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("usable", outcome.lookup() != null);
        model.addAttribute("errors", count(outcome, Problem.Severity.ERROR));
        model.addAttribute("warnings", count(outcome, Problem.Severity.WARNING));
        model.addAttribute("corrected", workspace.request().mapping() != null);
        model.addAttribute("page", Paged.of(troubles(outcome.problems()), page, PROBLEMS));
        if (outcome.lookup() != null) {
            model.addAttribute("counts", outcome.lookup().advice().factsCounts());
        }
        return "reading";
    }

    /** How far it has come, asked for again and again; at the end the reader is sent on. */
    @GetMapping("/p/{key}/progress")
    String progress(@PathVariable String key, Model model, HttpServletResponse response) {
        Workspace workspace = rooms.workspace(key);
        if (workspace.outcome(0) != null) {
            response.setHeader("HX-Redirect", "/p/" + key + "/reading");
        }
        rooms.frame(workspace, "reading", model);
        model.addAttribute("progress", workspace.progress());
        return "progress :: bar";
    }

    @PostMapping("/p/{key}/cancel")
    String cancel(@PathVariable String key) {
        workspaces.close(key);
        return "redirect:/";
    }

    /** Reads the files anew by what somebody says their columns are. */
    @PostMapping("/p/{key}/mapping")
    String correct(@PathVariable String key, @RequestParam Map<String, String> form) {
        Workspace workspace = rooms.workspace(key);
        @Nullable Reading reading = workspace.lastReading();
        if (reading != null && !workspace.isExample()) {
            Request was = workspace.request();
            String mapping = form.containsKey("undo") ? null : Correction.mapping(reading, form);
            again(workspace, new Request(was.asOf(), was.hoursPerDay(), was.strict(), mapping));
        }
        return "redirect:/p/" + key + "/reading";
    }

    /** Looks at the facts as of another day. */
    @PostMapping("/p/{key}/day")
    String day(@PathVariable String key, @RequestParam String asOf) {
        Workspace workspace = rooms.workspace(key);
        try {
            Request was = workspace.request();
            LocalDate day = LocalDate.parse(asOf.strip());
            if (!workspace.isExample()) {
                again(workspace, new Request(day, was.hoursPerDay(), was.strict(), was.mapping()));
            }
        } catch (DateTimeParseException e) {
            throw new NoSuchPageException("That is not a day", "\"" + asOf + "\" is not a day: 2026-06-30 is one.");
        }
        return "redirect:/p/" + key + "/reading";
    }

    private void again(Workspace workspace, Request how) {
        workspaces.read(workspace, how);
        workspace.outcome(PATIENCE);
    }

    private static List<SheetView> sheets(@Nullable Reading reading) {
        List<SheetView> views = new ArrayList<>();
        if (reading != null) {
            reading.sheets().forEach(sheet -> views.add(SheetView.of(sheet, views.size())));
        }
        return views;
    }

    private static long count(Outcome outcome, Problem.Severity severity) {
        return outcome.problems().stream()
                .filter(it -> it.severity() == severity)
                .count();
    }

    /** Problems of one kind are many: the first of them stand for the others. */
    private static List<Trouble> troubles(List<Problem> problems) {
        return Alike.of(problems).stream()
                .map(it -> new Trouble(
                        Document.troubles(List.of(it.problem())).get(0), it.more() == null ? "" : it.more()))
                .toList();
    }

    /** @param more how many more there are like it, or empty */
    public record Trouble(Document.Trouble it, String more) {}
}
