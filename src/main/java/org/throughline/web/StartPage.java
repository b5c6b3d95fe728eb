package org.throughline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The first minute: a place to drop files on, and an organisation that the program carries with its advice. */
@Controller
class StartPage {

    private static final int SHOWN = 3;

    /** As long as most files take; who waits longer sees how far it has come. */
    private static final long PATIENCE = 1_500;

    private final Workspaces workspaces;

    StartPage(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/")
    String start(Model model) {
        Workspace example = workspaces.find(workspaces.examples().get(0).key());
        @Nullable Outcome outcome = example.outcome(Long.MAX_VALUE);
        if (outcome != null && outcome.lookup() != null) {
            Lookup lookup = outcome.lookup();
            model.addAttribute("example", new Rooms.Room(example));
            model.addAttribute("figures", Brief.figures(lookup));
            model.addAttribute("first", Brief.first(lookup, SHOWN));
            model.addAttribute("more", lookup.advice().recommendations().size() - SHOWN);
        }
        model.addAttribute(
                "examples", workspaces.examples().stream().map(Rooms.Room::new).toList());
        return "start";
    }

    @PostMapping("/read")
    String read(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String asOf,
            Model model,
            HttpServletResponse response)
            throws IOException {
        List<MultipartFile> sent = files == null
                ? List.of()
                : files.stream().filter(StartPage::isFile).toList();
        LocalDate day = day(asOf);
        if (sent.isEmpty() || day == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute(
                    "refusal",
                    sent.isEmpty() ? "Choose at least one file." : "\"" + asOf + "\" is not a day: 2026-06-30 is one.");
            return start(model);
        }
        Workspace workspace = workspaces.open(sent, day);
        workspace.outcome(PATIENCE);
        return "redirect:/p/" + workspace.key() + "/reading";
    }

    /** A form without a file has one without a name. */
    private static boolean isFile(MultipartFile file) {
        return !file.isEmpty() || !String.valueOf(file.getOriginalFilename()).isEmpty();
    }

    private @Nullable LocalDate day(String asOf) {
        try {
            return asOf.isBlank() ? workspaces.today() : LocalDate.parse(asOf.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
