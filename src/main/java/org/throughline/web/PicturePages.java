package org.throughline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.advice.ValueStream;
import org.throughline.report.TeamsPicture;
import tools.jackson.databind.json.JsonMapper;

/** The organisation in pictures, each with its data as a table. */
@Controller
class PicturePages {

    private static final int CARDS = 12;
    private static final int STREAMS = 12;

    private final Rooms rooms;
    private final JsonMapper json = new JsonMapper();

    PicturePages(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/p/{key}/pictures")
    String board(@PathVariable String key, Selection asked, Model model) {
        Lookup lookup = enter(key, "board", model);
        model.addAttribute("asked", asked);
        model.addAttribute("options", lookup.options());
        model.addAttribute("board", Board.of(lookup, asked, CARDS));
        return "board";
    }

    @GetMapping("/p/{key}/pictures/workflows")
    String workflows(@PathVariable String key, @RequestParam(required = false) @Nullable String id, Model model) {
        Lookup lookup = enter(key, "workflows", model);
        List<ValueStream> streams = lookup.advice().valueStreams();
        List<ValueStream> chosen = streams.stream()
                .filter(it -> id == null || it.workflowId().equals(id))
                .limit(STREAMS)
                .toList();
        model.addAttribute("streams", streams);
        model.addAttribute("chosen", id == null ? "" : id);
        model.addAttribute(
                "maps", chosen.stream().map(it -> FlowMap.of(it, lookup)).toList());
        return "workflows";
    }

    @GetMapping("/p/{key}/pictures/handoffs")
    String handoffs(@PathVariable String key, Model model) {
        Lookup lookup = enter(key, "handoffs", model);
        @Nullable TeamsPicture teams = TeamsPicture.of(lookup.portfolio());
        model.addAttribute("teams", teams);
        if (teams != null) {
            model.addAttribute("data", json.writeValueAsString(links(teams)));
        }
        return "handoffs";
    }

    private static Map<String, Object> links(TeamsPicture teams) {
        boolean timed = teams.measure().startsWith("hours");
        return Map.of(
                "measure",
                teams.measure(),
                "links",
                teams.drawn().stream()
                        .map(link -> Map.of(
                                "from",
                                link.from(),
                                "to",
                                link.to(),
                                "value",
                                timed && link.waitH() != null ? link.waitH() : link.handoffs()))
                        .toList());
    }

    @GetMapping("/p/{key}/pictures/multiplying")
    String multiplying(@PathVariable String key, Model model) {
        Lookup lookup = enter(key, "multiplying", model);
        Pace pace = Pace.of(lookup.portfolio());
        model.addAttribute("pace", pace);
        model.addAttribute("data", json.writeValueAsString(months(pace)));
        return "multiplying";
    }

    private static Map<String, Object> months(Pace pace) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "months",
                pace.months().stream().map(it -> it.month().toString()).toList());
        data.put("started", pace.months().stream().map(Pace.Month::started).toList());
        data.put("decided", pace.months().stream().map(Pace.Month::decided).toList());
        data.put("standards", pace.months().stream().map(Pace.Month::standards).toList());
        return data;
    }

    private Lookup enter(String key, String picture, Model model) {
        model.addAttribute("picture", picture);
        return rooms.enter(key, "pictures", model);
    }
}
