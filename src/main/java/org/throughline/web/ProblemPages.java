package org.throughline.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A page for each kind of problem that the API answers with: {@code help} of a problem document leads here. */
@Controller
class ProblemPages {

    private final Map<String, Kind> kinds = new TreeMap<>();

    ProblemPages() {
        try (InputStream in = ProblemPages.class.getResourceAsStream("problems.yaml")) {
            new YAMLMapper().readTree(in).properties().forEach(it -> kinds.put(it.getKey(), kind(it.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A kind of problem.
     *
     * @param happens what happened
     * @param mend what to do
     */
    public record Kind(int status, String title, String happens, String mend) {}

    private static Kind kind(JsonNode it) {
        return new Kind(
                it.path(0).asInt(),
                it.path(1).asString(""),
                it.path(2).asString(""),
                it.path(3).asString(""));
    }

    @GetMapping("/problems")
    String all(Model model) {
        model.addAttribute("kinds", kinds);
        model.addAttribute("heading", "Problems that the API answers with");
        return "problems";
    }

    @GetMapping("/problems/{name}")
    String one(@PathVariable String name, Model model) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new NoSuchPageException(
                    "There is no such kind of problem", "The page /problems lists those that there are.");
        }
        model.addAttribute("kinds", Map.of(name, kind));
        model.addAttribute("heading", kind.title());
        model.addAttribute("back", true);
        return "problems";
    }
}
