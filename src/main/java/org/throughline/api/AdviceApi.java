package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Request;
import org.throughline.store.Arrival.SentBytes;

@RestController
@RequestMapping(path = "/api/v1/advice", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "Advice",
        description = "From facts to ranked recommendations. Nothing that is sent is kept, but by a job until it is"
                + " done.")
@ApiResponse(
        responseCode = "202",
        description = "With Prefer: respond-async",
        content = @Content(schema = @Schema(implementation = JobsApi.JobCard.class)))
@ApiResponse(responseCode = "400", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "413", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "415", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "429", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "503", ref = Schemas.PROBLEM_RESPONSE)
class AdviceApi {

    private static final String AS_OF = "The day from which every duration counts, such as 2026-06-30. Default: today.";

    private static final String FIELDS =
            "Only these parts of the answer, such as recommendations,findings. Default: all.";

    private final Advisor advisor;
    private final Meter meter;
    private final DataSize largest;
    private final JobsApi jobs;

    AdviceApi(
            Advisor advisor,
            Meter meter,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largest,
            JobsApi jobs) {
        this.advisor = advisor;
        this.meter = meter;
        this.jobs = jobs;
        this.largest = largest;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "advise",
            summary = "Advice on a portfolio",
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
                                        schema = @Schema(ref = Schemas.FILES))
                            }))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.ADVICE)))
    @Nullable
    ResponseEntity<String> ofPortfolio(
            @Parameter(description = AS_OF, example = "2026-06-30") @RequestParam(required = false) @Nullable
                    String asOf,
            @Parameter(description = FIELDS, example = "recommendations") @RequestParam(required = false) @Nullable
                    String fields,
            @Parameter(description = JobsApi.PREFER) @RequestHeader(name = "Prefer", required = false) @Nullable
                    String prefer,
            @Parameter(hidden = true) HttpServletRequest sent,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Request request = Request.asOf(day(asOf));
        Sparse.checkAdvice(fields);
        byte[] document = Sent.bytes(sent, largest);
        JsonSyntax.check(document);
        if (JobsApi.isAskedFor(prefer)) {
            return jobs.accepted(AdviceJob.KIND, asOf, List.of(new SentBytes("portfolio.json", document)), sent);
        }
        return answer(
                meter.count(() -> advisor.advise(Input.ofJson("portfolio.json", document), request)), fields, response);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "advise")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(ref = Schemas.ADVICE)))
    @Nullable
    ResponseEntity<String> ofFiles(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String fields,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            @Parameter(hidden = true) @RequestParam("files") List<MultipartFile> files,
            @Parameter(hidden = true) HttpServletRequest asked,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Request request = Request.asOf(day(asOf));
        Sparse.checkAdvice(fields);
        if (JobsApi.isAskedFor(prefer)) {
            List<SentBytes> bytes = new ArrayList<>();
            for (MultipartFile file : files) {
                bytes.add(new SentBytes(sent(file).name(), file.getBytes()));
            }
            return jobs.accepted(AdviceJob.KIND, asOf, bytes, asked);
        }
        Input input = Input.ofFiles(files.stream().map(AdviceApi::sent).toList());
        return answer(meter.count(() -> advisor.advise(input, request)), fields, response);
    }

    private static SentFile sent(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new SentFile(name == null || name.isBlank() ? "unnamed" : name, file::getInputStream);
    }

    static LocalDate day(@Nullable String asOf) {
        LocalDate day = Sent.day(asOf);
        return day == null ? LocalDate.now() : day;
    }

    /** Null, as it is written already: it may be large. */
    private static @Nullable ResponseEntity<String> answer(
            Answer answer, @Nullable String fields, HttpServletResponse response) throws IOException {
        Sparse.write(answer.advice(), fields, response);
        return null;
    }
}
