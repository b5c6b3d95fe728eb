package org.throughline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.Reader;
import org.throughline.access.Role;
import org.throughline.access.Tokens;
import org.throughline.history.HistoryJson;
import org.throughline.store.ApiToken;

@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tokens", description = "By which programs get in. One's own; an administrator has everybody's.")
@ApiResponse(responseCode = "403", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
class TokensApi {

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token without its secret. */
    record Token(
            String id,
            String name,
            String account,
            List<String> scopes,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant revokedAt,

            @Schema(description = "The whole token, in the answer that made it only.") @Nullable
            String token) {

        static Token of(ApiToken it, @Nullable String secret) {
            return new Token(
                    it.id(),
                    it.name(),
                    it.account(),
                    it.scopes().stream().sorted().toList(),
                    it.createdAt(),
                    it.createdBy(),
                    it.expiresAt(),
                    it.revokedAt(),
                    secret);
        }

        @Override
        public String toString() {
            return "Token[" + id + "]";
        }
    }

    @GetMapping
    @Operation(operationId = "listTokens", summary = "Tokens, by id; revoked and expired ones too")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Token.class))))
    String list(
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        Reader reader = Reader.current();
        List<Token> more = tokens.list(reader.is(Role.ADMINISTRATOR) ? null : reader.name(), after, most + 1).stream()
                .map(it -> Token.of(it, null))
                .toList();
        return HistoryJson.text(Paging.of(more, most, Token::id));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createToken",
            summary = "Make a token; it is shown once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Tokens.Wish.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Token.class)))
    @ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> create(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        Tokens.Made made = tokens.create(Sent.json(sent, Tokens.Wish.class), Reader.current());
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .header("Cache-Control", "no-store")
                .body(HistoryJson.text(Token.of(made.token(), made.secret())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokeToken", summary = "Let it in no more")
    @ApiResponse(responseCode = "204")
    void revoke(@PathVariable String id) {
        tokens.revoke(id, Reader.current());
    }
}
