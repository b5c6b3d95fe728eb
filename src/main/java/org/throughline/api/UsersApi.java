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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.access.Accounts;
import org.throughline.history.HistoryJson;
import org.throughline.store.Account;

@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Users", description = "Who may get in, and with which roles. For administrators.")
@ApiResponse(responseCode = "403", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "404", ref = Schemas.PROBLEM_RESPONSE)
@ApiResponse(responseCode = "422", ref = Schemas.PROBLEM_RESPONSE)
class UsersApi {

    private final Accounts accounts;

    UsersApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What an administrator says of an account; what is left out stays as it is. */
    record NewUser(
            @Schema(description = "At the log-in: a-z, 0-9 and . _ @ -. Only of a new one.", example = "ada") @Nullable
            String name,

            @Schema(description = "What people call them.", example = "Ada Lovelace") @Nullable
            String display,

            @Schema(description = "12 to 128 characters. Left out of a new one: it gets in by tokens only.") @Nullable
            String password,

            @Schema(
                    description = "Roles for all portfolios, or viewer and lead for one, such as lead:sales.",
                    example = "[\"viewer\", \"lead:sales\"]")
            @Nullable
            List<String> grants,

            @Schema(description = "False ends all its sessions and lets none of its tokens in.") @Nullable
            Boolean active) {

        private Accounts.Wish wish() {
            return new Accounts.Wish(display, password, grants, active);
        }

        @Override
        public String toString() {
            return "NewUser[" + name + "]";
        }
    }

    /** An account without what would let anybody in. */
    record User(
            String name,
            String display,
            List<String> grants,
            boolean active,
            boolean hasPassword,
            long version,
            Instant createdAt,
            String createdBy) {

        static User of(Account it) {
            return new User(
                    it.name(),
                    it.display(),
                    it.grants().stream().sorted().map(Accounts::text).toList(),
                    it.active(),
                    it.password() != null,
                    it.version(),
                    it.createdAt(),
                    it.createdBy());
        }
    }

    @GetMapping
    @Operation(operationId = "listUsers", summary = "All accounts, by name")
    @ApiResponse(
            responseCode = "200",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = User.class))))
    String list(
            @Parameter(description = "The \"next\" of the part before.") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "1 to 500. Default: 100.") @RequestParam(required = false) @Nullable
                    Integer limit) {
        int most = Paging.limit(limit);
        List<User> more = accounts.list(after, most + 1).stream().map(User::of).toList();
        return HistoryJson.text(Paging.of(more, most, User::name));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createUser",
            summary = "Let somebody in, or a program",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewUser.class))))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = User.class)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<String> create(@Parameter(hidden = true) HttpServletRequest sent) throws IOException {
        NewUser wanted = Sent.json(sent, NewUser.class);
        String name = wanted.name() == null ? "" : wanted.name();
        Account made = accounts.create(name, wanted.wish(), Sent.by(sent));
        return ResponseEntity.created(URI.create("/api/v1/users/" + made.name()))
                .eTag(etag(made))
                .body(HistoryJson.text(User.of(made)));
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getUser", summary = "One account, with its ETag")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = User.class)))
    ResponseEntity<?> one(@PathVariable String name) {
        return accounts.one(name)
                .<ResponseEntity<?>>map(UsersApi::answer)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(new Refusal(
                                        HttpStatus.NOT_FOUND,
                                        "not-found",
                                        "There is no such account",
                                        "no account \"" + name + "\"",
                                        "the name of an account",
                                        "GET /api/v1/users lists them.")
                                .document()));
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "changeUser",
            summary = "Change roles or password, switch off or on",
            description = "Roles count from the next request on; a new password ends all sessions of the account.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewUser.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = User.class)))
    @ApiResponse(responseCode = "409", ref = Schemas.PROBLEM_RESPONSE)
    @ApiResponse(responseCode = "412", ref = Schemas.PROBLEM_RESPONSE)
    ResponseEntity<?> change(
            @PathVariable String name,
            @Parameter(description = "The ETag that was seen; left out: whatever there is.")
                    @RequestHeader(name = "If-Match", required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(hidden = true) HttpServletRequest sent)
            throws IOException {
        NewUser wanted = Sent.json(sent, NewUser.class);
        return answer(accounts.change(name, wanted.wish(), Etags.version(ifMatch)));
    }

    private static String etag(Account account) {
        return "\"" + account.version() + "\"";
    }

    private static ResponseEntity<String> answer(Account account) {
        return ResponseEntity.ok().eTag(etag(account)).body(HistoryJson.text(User.of(account)));
    }
}
