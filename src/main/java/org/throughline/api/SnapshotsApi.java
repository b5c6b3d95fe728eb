package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.history.DecisionCard;
import org.throughline.history.Figures;
import org.throughline.history.HistoryJson;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Imported;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.Shipment;
import org.throughline.portfolio.Trial;
import org.throughline.store.Arrival.SentBytes;

@RestController
@RequestMapping(path = "/api/v1/portfolios/{portfolio}/snapshots", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Snapshots", description = "What was known on a day, and what the rules say of it. Neither ever changes.")
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "507", ref = Schemas.PROBLEM_RESPONSE)
class SnapshotsApi {

    private static final String AS_OF =
            "The day that the facts tell of. Default: today, or the day of the snapshot that has the same files.";

    private static final String DRY =
            "Keeps nothing: the answer says whether it would be new, how much was read, and all problems.";

    private static final Sorting<SnapshotCard> SORTING = new Sorting<>(Map.of(
            "asOf", Comparator.comparing(SnapshotCard::asOf).thenComparing(SnapshotCard::number),
            "number", Comparator.comparing(SnapshotCard::number)));

    private final Portfolios portfolios;
    private final DataSize largest;

    SnapshotsApi(Portfolios portfolios, @Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        this.portfolios = portfolios;
        this.largest = largest;
    }

    /** A snapshot, and whether this request made it. */
    record Import(SnapshotCard snapshot, boolean isNew, int recommendations, int findings, int problems) {}

    /** What an import would come to; nothing is kept. */
    record Tried(
            boolean isNew,

            @Schema(description = "The snapshot that has the same files, where there is one.") @Nullable
            Long sameAs,

            LocalDate asOf,
            Map<String, Long> facts,
            int recommendations,
            int findings,
            List<Map<String, @Nullable Object>> problems) {

        static Tried of(Trial it) {
            return new Tried(
                    it.same() == null,
                    it.same(),
                    it.advice().asOf(),
                    it.advice().factsCounts(),
                    it.advice().recommendations().size(),
                    it.advice().findings().size(),
                    it.advice().problems().stream()
                            .map(ProblemDocuments::asInAdvice)
                            .toList());
        }
    }

    @GetMapping
    @Operation(operationId = "listSnapshots", summary = "All snapshots, in the order of the days they tell of")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = SnapshotCard.class))))
    String list(
            @PathVariable String portfolio,
            @Parameter(
                            description = "Only those of this day or later.",
                            schema = @Schema(type = "string", format = "date"),
                            example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Only those of this day or earlier.",
                            schema = @Schema(type = "string", format = "date"),
                            example = "2026-06-30")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            description = Sorting.DESCRIPTION,
                            schema = @Schema(allowableValues = {"asOf", "-asOf", "number", "-number"}))
                    @RequestParam(defaultValue = "asOf")
                    String sort,
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "0") long after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        LocalDate first = Sent.day("from", from);
        LocalDate last = Sent.day("to", to);
        List<SnapshotCard> all = portfolios.snapshots(portfolio).stream()
                .sorted(SORTING.order(sort))
                .toList();
        Predicate<SnapshotCard> wanted = it -> (first == null || !it.asOf().isBefore(first))
                && (last == null || !it.asOf().isAfter(last));
        return HistoryJson.text(Paging.after(all, String.valueOf(after), wanted, limit, SnapshotCard::number));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "importSnapshot",
            summary = "Keep facts as the next snapshot, with what the rules say of them",
            description = "All of it or nothing. 200 with the snapshot that is there already where the same files were"
                    + " imported before.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(ref = Schemas.PORTFOLIO),
                                        examples = @ExampleObject(Examples.PORTFOLIO)),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(ref = Schemas.SNAPSHOT_FILES))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The same files were imported before",
            content = @Content(schema = @Schema(implementation = Import.class)))
    @ApiResponse(
            responseCode = "201",
            description = "A new snapshot",
            content = @Content(schema = @Schema(implementation = Import.class)))
    ResponseEntity<String> ofFacts(
            @PathVariable String portfolio,
            @Parameter(description = AS_OF, example = "2026-06-30") @RequestParam(required = false) @Nullable
                    String asOf,
            @Parameter(description = DRY) @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        byte[] document = Sent.bytes(sent, largest);
        JsonSyntax.check(document);
        Shipment shipment = Shipment.of(List.of(new SentBytes("portfolio.json", document)), Sent.day(asOf));
        return taken(portfolio, shipment, dryRun, sent);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "importSnapshot")
    ResponseEntity<String> ofFiles(
            @PathVariable String portfolio,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "Name of a mapping beside the rules. Default: headers tell.")
                    @RequestParam(required = false)
                    @Nullable
                    String mapping,
            @Parameter(hidden = true) @RequestParam("files") List<MultipartFile> files,
            @Parameter(hidden = true) @RequestParam(required = false) @Nullable MultipartFile mappingFile,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        List<SentBytes> bytes = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = file.getOriginalFilename();
            bytes.add(new SentBytes(name == null || name.isBlank() ? "unnamed" : name, file.getBytes()));
        }
        Shipment plain = Shipment.of(bytes, Sent.day(asOf));
        Shipment shipment = mappingFile == null
                ? plain.withNamedMapping(mapping)
                : plain.withMappingText(new String(mappingFile.getBytes(), StandardCharsets.UTF_8));
        return taken(portfolio, shipment, dryRun, sent);
    }

    private ResponseEntity<String> taken(String portfolio, Shipment shipment, boolean dryRun, HttpServletRequest sent) {
        return dryRun
                ? ResponseEntity.ok(HistoryJson.text(Tried.of(portfolios.tryFiles(portfolio, shipment))))
                : answer(portfolios.importFiles(portfolio, shipment, Sent.by(sent)));
    }

    private static ResponseEntity<String> answer(Imported imported) {
        SnapshotCard snapshot = imported.snapshot();
        URI place = URI.create("/api/v1/portfolios/" + snapshot.portfolio() + "/snapshots/" + snapshot.number());
        String body = HistoryJson.text(new Import(
                snapshot,
                imported.isNew(),
                imported.advice().recommendations().size(),
                imported.advice().findings().size(),
                imported.advice().problems().size()));
        return imported.isNew()
                ? ResponseEntity.created(place).body(body)
                : ResponseEntity.ok().location(place).body(body);
    }

    @GetMapping("/{number}")
    @Operation(operationId = "getSnapshot", summary = "One snapshot")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SnapshotCard.class)))
    String one(@PathVariable String portfolio, @PathVariable long number) {
        return HistoryJson.text(portfolios.snapshot(portfolio, number));
    }

    @GetMapping(path = "/{number}/files/{place}", produces = MediaType.ALL_VALUE)
    @Operation(operationId = "getSnapshotFile", summary = "A file as it was sent; the first is 0")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream"))
    ResponseEntity<byte[]> file(@PathVariable String portfolio, @PathVariable long number, @PathVariable int place) {
        SnapshotCard snapshot = portfolios.snapshot(portfolio, number);
        byte[] bytes = portfolios.file(snapshot, place);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header(HttpHeaders.ETAG, "\"" + snapshot.files().get(place).sha256() + "\"")
                .body(bytes);
    }

    @GetMapping("/{number}/advice")
    @Operation(operationId = "getAdvice", summary = "What the rules of today say of it")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.ADVICE)))
    void advice(
            @PathVariable String portfolio,
            @PathVariable long number,
            @Parameter(description = "Only these parts, such as recommendations,findings. Default: all.")
                    @RequestParam(required = false)
                    @Nullable
                    String fields,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        SnapshotCard snapshot = portfolios.snapshot(portfolio, number);
        Sparse.write(portfolios.advice(snapshot), fields, response);
    }

    @GetMapping("/{number}/figures")
    @Operation(operationId = "getFigures", summary = "Scale health with its interval, and pace")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Figures.class)))
    String figures(@PathVariable String portfolio, @PathVariable long number) {
        return HistoryJson.text(portfolios.following().figures(portfolios.snapshot(portfolio, number)));
    }

    @GetMapping("/{number}/outcomes")
    @Operation(operationId = "listOutcomes", summary = "What its facts say about the advice on the snapshot before")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = org.throughline.history.Outcome.class))))
    String outcomes(@PathVariable String portfolio, @PathVariable long number) {
        SnapshotCard snapshot = portfolios.snapshot(portfolio, number);
        return HistoryJson.text(new Paging<>(portfolios.following().outcomes(snapshot), null));
    }

    @GetMapping("/{number}/decisions")
    @Operation(operationId = "getDecisionClock", summary = "The proofs that wait for a decision, and the ways out")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DecisionCard.Clock.class)))
    String decisions(@PathVariable String portfolio, @PathVariable long number) {
        return HistoryJson.text(portfolios.following().clock(portfolios.snapshot(portfolio, number)));
    }
}
