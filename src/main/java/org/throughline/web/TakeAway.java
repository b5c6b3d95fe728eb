package org.throughline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.advice.ValueStream;
import org.throughline.app.Advisor;
import org.throughline.app.Annotated;
import org.throughline.app.Format;
import org.throughline.app.UnusableException;
import org.throughline.report.AdviceWorkbook;
import org.throughline.report.FindingsCsv;
import org.throughline.report.ProblemText;
import org.throughline.report.Screen;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The advice as files: to send around, to calculate with, to put beside the inventory. */
@Controller
class TakeAway {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rooms rooms;
    private final Advisor advisor;
    private final ITemplateEngine templates;

    TakeAway(Rooms rooms, Advisor advisor, ITemplateEngine templates) {
        this.rooms = rooms;
        this.advisor = advisor;
        this.templates = templates;
    }

    @GetMapping("/p/{key}/take-away")
    String page(@PathVariable String key, Model model) {
        Lookup lookup = rooms.enter(key, "take-away", model);
        model.addAttribute("streams", lookup.advice().valueStreams());
        model.addAttribute("problems", lookup.advice().problems().size());
        return "take-away";
    }

    @GetMapping("/p/{key}/advice.{extension}")
    void advice(@PathVariable String key, @PathVariable String extension, Model model, HttpServletResponse response)
            throws IOException {
        Lookup lookup = rooms.enter(key, "take-away", model);
        if (extension.equals("xlsx")) {
            AdviceWorkbook.write(lookup.advice(), file(response, "advice.xlsx", WORKBOOK));
            return;
        }
        for (Format format : Format.values()) {
            if (format.extension().equals(extension)) {
                OutputStream out = file(response, "advice." + extension, format.mediaType());
                format.write(lookup.answer(), Screen.PLAIN, format.top(), out);
                return;
            }
        }
        throw new NoSuchPageException("There is no such form", "The page \"Take away\" has those that there are.");
    }

    @GetMapping("/p/{key}/findings.csv")
    void findings(@PathVariable String key, Model model, HttpServletResponse response) throws IOException {
        Lookup lookup = rooms.enter(key, "take-away", model);
        FindingsCsv.write(lookup.advice(), file(response, "findings.csv", CSV));
    }

    /** How the columns were read, as a file that a later reading can be told to follow. */
    @GetMapping("/p/{key}/mapping.yaml")
    void mapping(@PathVariable String key, Model model, HttpServletResponse response) throws IOException {
        Workspace workspace = rooms.workspace(key);
        if (workspace.lastReading() == null) {
            throw new NoSuchPageException("There is no mapping", "Nothing was read in these files.");
        }
        StringBuilder yaml = new StringBuilder();
        org.throughline.report.MappingYaml.write(workspace.lastReading(), yaml);
        file(response, "mapping.yaml", "application/yaml;charset=UTF-8")
                .write(yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The reader's own files, with what is wrong beside each row: one as it is, several as a ZIP. */
    @GetMapping("/p/{key}/annotated")
    void annotated(@PathVariable String key, HttpServletResponse response) throws IOException {
        Workspace workspace = rooms.workspace(key);
        Outcome outcome = workspace.outcome(0);
        List<Annotated> copies = outcome == null
                ? List.of()
                : advisor.annotated(workspace.input(), workspace.request(), outcome.problems(), ProblemText::line);
        if (copies.isEmpty()) {
            throw new NoSuchPageException(
                    "There is nothing to write beside",
                    "Only CSV files and workbooks have rows that a copy can repeat.");
        }
        if (copies.size() == 1) {
            Annotated one = copies.get(0);
            one.write(file(response, name(one), one.isWorkbook() ? WORKBOOK : CSV));
            return;
        }
        try (ZipOutputStream zip = new ZipOutputStream(file(response, "annotated.zip", "application/zip"))) {
            for (Annotated each : copies) {
                add(each, zip);
            }
        }
    }

    private static void add(Annotated copy, ZipOutputStream zip) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            copy.write(whole);
        } catch (UnusableException cutOff) {
            return; // named among the problems
        }
        List<String> parts = new ArrayList<>(List.of(copy.name().split("/")));
        parts.removeIf(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        zip.putNextEntry(new ZipEntry(String.join("/", parts)));
        whole.writeTo(zip);
        zip.closeEntry();
    }

    private static String name(Annotated copy) {
        return "annotated-" + copy.name().substring(copy.name().lastIndexOf('/') + 1);
    }

    /** A workflow's picture, with its styles inside. */
    @GetMapping("/p/{key}/pictures/workflow.svg")
    void workflow(
            @PathVariable String key, @RequestParam String id, Locale locale, Model model, HttpServletResponse response)
            throws IOException {
        Lookup lookup = rooms.enter(key, "pictures", model);
        ValueStream stream = lookup.advice().valueStreams().stream()
                .filter(it -> it.workflowId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPageException(
                        "There is no such workflow", "The page of the pictures has those that there are."));
        Context context = new Context(locale);
        context.setVariable("map", FlowMap.of(stream, lookup));
        context.setVariable("shown", new Shown(locale));
        String svg = templates.process("workflow-svg", context);
        file(response, "workflow.svg", "image/svg+xml").write(svg.getBytes(StandardCharsets.UTF_8));
    }

    private static OutputStream file(HttpServletResponse response, String name, String type) throws IOException {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getOutputStream();
    }
}
