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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Example;
import org.throughline.app.Format;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Request;
import org.throughline.app.UnusableException;
import org.throughline.report.Document;
import org.throughline.report.Screen;

/** The first page: advice on the organisation that the program carries, and on files that somebody sends. Nothing is kept. */
@Controller
class AdvicePage {

    private static final String PAGE = "advice";
    private static final int FINDINGS_SHOWN = 25;

    private final Advisor advisor;
    private final Example example = Example.salesOutreach();

    AdvicePage(Advisor advisor) {
        this.advisor = advisor;
    }

    @GetMapping("/")
    String example(Model model) {
        model.addAttribute("heading", example.title());
        model.addAttribute("isExample", true);
        return page(model, exampleAnswer(), example.asOf().toString());
    }

    @GetMapping("/example/advice.{extension}")
    void download(@PathVariable String extension, HttpServletResponse response) throws IOException {
        for (Format format : Format.values()) {
            if (format.extension().equals(extension)) {
                send(exampleAnswer(), format, response);
                return;
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    @PostMapping("/advice")
    String advise(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String asOf,
            Model model,
            HttpServletResponse response) {
        List<SentFile> sent = sent(files == null ? List.of() : files);
        LocalDate day = day(asOf);
        model.addAttribute("isExample", false);
        if (sent.isEmpty() || day == null) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return refusal(
                    model,
                    sent.isEmpty() ? "Choose at least one file." : "\"" + asOf + "\" is not a day: 2026-06-30 is one.");
        }
        try {
            model.addAttribute("heading", "Advice on your files");
            return page(model, advisor.advise(Input.ofFiles(sent), Request.asOf(day)), day.toString());
        } catch (UnusableException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", Document.troubles(e.problems()));
            return refusal(model, "Nothing in these files could be used.");
        }
    }

    private Answer exampleAnswer() {
        return advisor.advise(example.input(), Request.asOf(example.asOf()));
    }

    private static String page(Model model, Answer answer, String asOf) {
        Document document = Document.of(answer.advice(), FINDINGS_SHOWN);
        model.addAttribute("document", document);
        model.addAttribute("problems", document.problems());
        model.addAttribute("asOf", asOf);
        return PAGE;
    }

    private static String refusal(Model model, String message) {
        model.addAttribute("heading", "No advice");
        model.addAttribute("message", message);
        return PAGE;
    }

    private static void send(Answer answer, Format format, HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"advice." + format.extension() + "\"");
        format.write(answer, Screen.PLAIN, format.top(), response.getOutputStream());
    }

    /** A form without a file has one without a name. */
    private static List<SentFile> sent(List<MultipartFile> files) {
        return files.stream()
                .filter(file -> !file.isEmpty()
                        || !String.valueOf(file.getOriginalFilename()).isEmpty())
                .map(AdvicePage::sent)
                .toList();
    }

    private static SentFile sent(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new SentFile(name == null || name.isBlank() ? "unnamed" : name, file::getInputStream);
    }

    private static @Nullable LocalDate day(String asOf) {
        try {
            return asOf.isBlank() ? LocalDate.now() : LocalDate.parse(asOf.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
