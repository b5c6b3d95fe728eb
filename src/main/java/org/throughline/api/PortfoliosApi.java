package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.Reader;
import org.throughline.facts.Texts;
import org.throughline.findings.SubjectType;
import org.throughline.history.Comparison;
import org.throughline.history.Event;
import org.throughline.history.HistoryJson;
import org.throughline.history.Link;
import org.throughline.history.PortfolioCard;
import org.throughline.history.Trend;
import org.throughline.portfolio.Portfolios;

@RestController
@RequestMapping(path = "/api/v1/portfolios", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Portfolios", description = "Organisations followed over time. What is answered with 2xx is on the disk.")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "507", ref = Schemas.PROBLEM_RESPONSE)
class PortfoliosApi {

    private final Portfolios portfolios;
    private final JobsApi jobs;

    PortfoliosApi(Portfolios portfolios, JobsApi jobs) {
        this.jobs = jobs;
        this.portfolios = portfolios;
    }

    /** What a client says of a new one. */
    record NewPortfolio(
            @Schema(description = "As in addresses: a-z, 0-9 and -. Left out: made of the name.") @Nullable
            String id,

            @Schema(description = "What people call the organisation.") @Nullable
            String name) {}

    @GetMapping
    @Operation(operationId = "listPortfolios", summary = "All portfolios that one may see, by id")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = PortfolioCard.class))))
    String list(
            @Parameter(description = "Only those whose name or id has this in it; case does not matter.")
                    @RequestParam(defaultValue = "")
                    String name,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        List<PortfolioCard> more =
                portfolios.list(after, most + 1, it -> Reader.current().sees(it.id()) && isCalled(it, name));
        return HistoryJson.text(Paging.of(more, most, PortfolioCard::id));
    }

    private static boolean isCalled(PortfolioCard it, String name) {
        return Stream.of(it.name(), it.id()).anyMatch(one -> Texts.fold(one).contains(Texts.fold(name)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createPortfolio",
            summary = "Begin to follow an organisation",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewPortfolio.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PortfolioCard.class)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> create(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        NewPortfolio wanted = Sent.json(sent, NewPortfolio.class);
        String name = wanted.name() == null ? "" : wanted.name();
        PortfolioCard card = portfolios.create(wanted.id(), name, Sent.by(sent));
        return ResponseEntity.created(URI.create("/api/v1/portfolios/" + card.id()))
                .body(HistoryJson.text(card));
    }

    @GetMapping("/{portfolio}")
    @Operation(operationId = "getPortfolio", summary = "One portfolio")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PortfolioCard.class)))
    ResponseEntity<String> one(@PathVariable String portfolio) {
        long revision = portfolios.revision(portfolio);
        return ResponseEntity.ok().eTag(Etags.of(revision)).body(HistoryJson.text(portfolios.portfolio(portfolio)));
    }

    @DeleteMapping("/{portfolio}")
    @Operation(
            operationId = "deletePortfolio",
            summary = "Delete a portfolio with all that is in it; it cannot be undone",
            description = "Snapshots, files, advice and the audit trail go, and with them whatever no other portfolio"
                    + " has as well. What remains is who deleted which id, and when.")
    @ApiResponse(responseCode = "204", content = @Content)
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "428", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> delete(
            @PathVariable String portfolio,
            @Parameter(description = "The ETag that was seen.")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) HttpServletRequest sent) {
        Long seen = Etags.version(ifMatch);
        if (seen == null) {
            return Etags.unseen(ifMatch);
        }
        if (portfolios.delete(portfolio, seen, Sent.by(sent))) {
            return ResponseEntity.noContent().build();
        }
        return Etags.changed(seen, portfolios.revision(portfolio));
    }

    @GetMapping(path = "/{portfolio}/export", produces = "application/zip")
    @Operation(operationId = "exportPortfolio", summary = "All of it as one ZIP that another installation reads")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/zip"))
    void export(@PathVariable String portfolio, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        String name = portfolios.portfolio(portfolio).id();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
        portfolios.export(name, response.getOutputStream());
    }

    @PostMapping(path = "/restore", consumes = "application/zip")
    @Operation(operationId = "restorePortfolio", summary = "Take over a portfolio that was exported")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PortfolioCard.class)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> restore(
            @Parameter(description = "Its id here. Default: as it was.") @RequestParam(required = false) @Nullable
                    String id,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        PortfolioCard card = portfolios.restore("the ZIP", sent.getInputStream(), id, Sent.by(sent));
        return ResponseEntity.created(URI.create("/api/v1/portfolios/" + card.id()))
                .body(HistoryJson.text(card));
    }

    @GetMapping("/{portfolio}/trend")
    @Operation(
            operationId = "getTrend",
            summary = "Scale health and pace over time, by the rules of today",
            description = "\"breaks\" marks where other rules judged a snapshot first than the one before it; what they"
                    + " said is in \"figuresThen\". \"figures\" is null until a snapshot is scored by the rules of"
                    + " today: POST to this address does that.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Trend.class)))
    String trend(@PathVariable String portfolio) {
        return HistoryJson.text(portfolios.following().trend(portfolio));
    }

    @PostMapping("/{portfolio}/trend")
    @Operation(operationId = "rescore", summary = "Score all snapshots by the rules of today that were not yet")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Trend.class)))
    @ApiResponse(
            responseCode = "202",
            description = "With Prefer: respond-async",
            content = @Content(schema = @Schema(implementation = JobsApi.JobCard.class)))
    ResponseEntity<String> rescore(
            @PathVariable String portfolio,
            @Parameter(description = JobsApi.PREFER) @RequestHeader(name = "Prefer", required = false) @Nullable
                    String prefer,
            @Parameter(hidden = true) HttpServletRequest sent) {
        if (JobsApi.isAskedFor(prefer)) {
            portfolios.portfolio(portfolio); // one that is not there is said at once
            return jobs.accepted(ScoresJob.KIND, null, ScoresJob.asked(portfolio), sent);
        }
        portfolios.following().rescore(portfolio);
        return ResponseEntity.ok().body(trend(portfolio));
    }

    @GetMapping("/{portfolio}/compare")
    @Operation(operationId = "compareSnapshots", summary = "Two snapshots side by side")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Comparison.class)))
    String compare(@PathVariable String portfolio, @RequestParam long from, @RequestParam long to) {
        return HistoryJson.text(portfolios.following().compare(portfolio, from, to));
    }

    @GetMapping("/{portfolio}/events")
    @Operation(operationId = "listEvents", summary = "Who did what, when")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Event.class))))
    String events(
            @PathVariable String portfolio,
            @Parameter(description = "A recommendation's id, or \"snapshot 3\". Left out: all.")
                    @RequestParam(required = false)
                    @Nullable
                    String about,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Paging.limit(limit);
        return HistoryJson.text(Paging.of(portfolios.events(portfolio, about, after, most + 1), most, Event::number));
    }

    /** What a client says of a recommendation or a snapshot. */
    record Comment(String about, @Nullable String text) {}

    @PostMapping(path = "/{portfolio}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "comment",
            summary = "Say something about a recommendation or a snapshot",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Comment.class))))
    @ApiResponse(responseCode = "204", content = @Content)
    ResponseEntity<Void> comment(@PathVariable String portfolio, @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        Comment comment = Sent.json(sent, Comment.class);
        String text = comment.text() == null ? "" : comment.text();
        portfolios.comment(portfolio, comment.about() == null ? portfolio : comment.about(), text, Sent.by(sent));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{portfolio}/links")
    @Operation(operationId = "listLinks", summary = "The same thing under two ids, or perhaps")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Link.class))))
    String links(
            @PathVariable String portfolio,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        List<Link> all = portfolios.links(portfolio);
        return HistoryJson.text(Paging.after(all, after, limit, PortfoliosApi::cursor));
    }

    private static String cursor(Link link) {
        return link.type().word() + ":" + link.oldId() + "=" + link.newId();
    }

    /** What a client says of two ids. */
    record Same(
            @Nullable SubjectType type,
            @Nullable String oldId,
            @Nullable String newId,
            boolean same) {}

    @PostMapping(path = "/{portfolio}/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "decideLink",
            summary = "Say whether two ids are one thing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Same.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Link.class)))
    String decide(@PathVariable String portfolio, @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        Same it = Sent.json(sent, Same.class);
        if (it.type() == null || it.oldId() == null || it.newId() == null) {
            throw new MalformedJsonException(1, 1, "an object that lacks one of them", "type, oldId, newId and same");
        }
        return HistoryJson.text(
                portfolios.following().decide(portfolio, it.type(), it.oldId(), it.newId(), it.same(), Sent.by(sent)));
    }
}
