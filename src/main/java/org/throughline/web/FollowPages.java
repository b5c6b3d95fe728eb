package org.throughline.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.access.Reader;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;
import org.throughline.history.Trend;
import org.throughline.history.Wish;
import org.throughline.portfolio.Followed;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Store;
import tools.jackson.databind.json.JsonMapper;

/** Organisations over time: what people made of the advice, which proofs wait for a decision, what moved since the last snapshot. */
@Controller
class FollowPages {

    private static final int PAGE = 25;
    private static final int LISTED = 100;
    private static final int EVENTS = 20;

    private final Portfolios portfolios;
    private final Rooms rooms;
    private final JsonMapper json = new JsonMapper();

    FollowPages(Portfolios portfolios, Rooms rooms) {
        this.portfolios = portfolios;
        this.rooms = rooms;
    }

    @GetMapping("/portfolios")
    String list(Model model) {
        model.addAttribute("here", "portfolios");
        model.addAttribute(
                "portfolios", portfolios.list("", LISTED, it -> Reader.current().sees(it.id())));
        return "portfolios";
    }

    /** Keeps what somebody looks at as the first snapshot of a new portfolio, or the next of one that there is. */
    @PostMapping("/p/{key}/follow")
    String follow(@PathVariable String key, @RequestParam String name, @RequestParam(defaultValue = "") String id)
            throws IOException {
        Workspace workspace = rooms.workspace(key);
        Request how = workspace.request();
        List<SentBytes> files = new ArrayList<>();
        for (Input.SentFile file : workspace.input().files()) {
            try (InputStream in = file.content().open()) {
                files.add(new SentBytes(file.name(), in.readAllBytes()));
            }
        }
        Shipment shipment = new Shipment(files, how.asOf(), how.hoursPerDay(), how.strict(), how.mapping());
        String portfolio = id.isEmpty()
                ? portfolios.create(null, name, Reader.current().name()).id()
                : id;
        portfolios.importFiles(portfolio, shipment, Reader.current().name());
        return "redirect:/portfolios/" + portfolio;
    }

    /** The next snapshot. */
    @PostMapping("/portfolios/{id}/import")
    String next(
            @PathVariable String id,
            @RequestParam List<MultipartFile> files,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf)
            throws IOException {
        List<SentBytes> sent = new ArrayList<>();
        for (MultipartFile file : files) {
            sent.add(new SentBytes(String.valueOf(file.getOriginalFilename()), file.getBytes()));
        }
        portfolios.importFiles(id, Shipment.of(sent, asOf), Reader.current().name());
        return "redirect:/portfolios/" + id;
    }

    @GetMapping("/portfolios/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String state,
            Model model) {
        model.addAttribute("here", "portfolios");
        model.addAttribute("portfolio", portfolios.portfolio(id));
        List<SnapshotCard> snapshots = portfolios.snapshots(id);
        model.addAttribute("snapshots", snapshots);
        if (snapshots.isEmpty()) {
            return "portfolio";
        }
        SnapshotCard latest = snapshots.get(snapshots.size() - 1);
        List<Followed> all = portfolios.recommendations(latest);
        model.addAttribute("latest", latest);
        model.addAttribute("states", counts(all));
        model.addAttribute("state", state);
        model.addAttribute("reasons", portfolios.reasons());
        model.addAttribute("page", Paged.of(chosen(all, state), page, PAGE));
        model.addAttribute(
                "health", HealthView.of(portfolios.following().figures(latest).health()));
        model.addAttribute("clock", portfolios.following().clock(latest));
        model.addAttribute("outcomes", portfolios.following().outcomes(latest));
        model.addAttribute("events", portfolios.events(id, null, 0, EVENTS));
        trend(id, model);
        return "portfolio";
    }

    private void trend(String id, Model model) {
        portfolios.following().rescore(id);
        Trend trend = portfolios.following().trend(id);
        model.addAttribute("trend", trend);
        if (trend.points().size() > 1) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put(
                    "days",
                    trend.points().stream().map(it -> it.asOf().toString()).toList());
            data.put(
                    "figure",
                    trend.points().stream()
                            .map(it -> it.figures() == null
                                    ? null
                                    : it.figures().health().figure())
                            .toList());
            data.put(
                    "low",
                    trend.points().stream()
                            .map(it -> it.figures() == null
                                    ? null
                                    : it.figures().health().low())
                            .toList());
            data.put(
                    "high",
                    trend.points().stream()
                            .map(it -> it.figures() == null
                                    ? null
                                    : it.figures().health().high())
                            .toList());
            model.addAttribute("data", json.writeValueAsString(data));
        }
    }

    private static Map<String, Integer> counts(List<Followed> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (State state : State.values()) {
            int count = (int) all.stream().filter(it -> it.state() == state).count();
            if (count > 0) {
                counts.put(state.word(), count);
            }
        }
        return counts;
    }

    private static List<Followed> chosen(List<Followed> all, String state) {
        return all.stream()
                .filter(it -> state.isEmpty() ? !it.hidden() : it.state().word().equals(state))
                .toList();
    }

    /** Changes all that are ticked, or none of them. */
    @PostMapping("/portfolios/{id}/handle")
    String handle(
            @PathVariable String id,
            @RequestParam(name = "which", required = false) @Nullable List<String> which,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "") String comment) {
        if (which == null) {
            throw new NoSuchPageException(
                    "Nothing was ticked", "Tick the recommendations that it is about, and try again.");
        }
        State wished = State.of(state);
        boolean taken = wished == State.ACCEPTED || wished == State.IN_PROGRESS || wished == State.DONE;
        boolean later = wished == State.DECLINED || wished == State.SNOOZED;
        Wish wish = new Wish(
                wished,
                taken ? given(owner) : null,
                taken ? due : null,
                wished == State.DECLINED ? given(reason) : null,
                given(note),
                later ? until : null,
                given(comment));
        List<Store.Change> changes = which.stream()
                .map(one -> one.split("\\|", 2))
                .map(parts -> new Store.Change(parts[1], Long.parseLong(parts[0]), wish))
                .toList();
        portfolios.change(id, changes, Reader.current().name());
        return "redirect:/portfolios/" + id;
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
