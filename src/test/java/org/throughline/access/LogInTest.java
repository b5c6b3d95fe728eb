package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.throughline.store.AccessStore;
import org.throughline.store.ApiToken;
import org.throughline.testkit.RunningApp;

/** How somebody gets in, stays in, and is kept out. */
class LogInTest {

    @RegisterExtension
    static final RunningApp app = new RunningApp("--throughline.login.mode=required");

    private static void account(String name, String... grants) {
        app.bean(Accounts.class)
                .create(name, new Accounts.Wish(null, Visitor.PASSWORD, List.of(grants), true), "a test");
    }

    private static String token(String account, String... scopes) {
        return app.bean(Tokens.class)
                .create(new Tokens.Wish("test", List.of(scopes), 1, account), Reader.LOCAL)
                .secret();
    }

    private static HttpResponse<String> with(String token, HttpRequest.Builder request) {
        return app.send(request.header("Authorization", "Bearer " + token));
    }

    @Test
    void leadsToTheLogInAndBackToWhatWasWanted() {
        account("l-back", "viewer");
        Visitor visitor = new Visitor(app);
        HttpResponse<String> led = visitor.send(
                HttpRequest.newBuilder(app.uri("/rules/thresholds")).header("Accept", "text/html"));
        String before = visitor.cookie("throughline");
        visitor.get("/login");
        HttpResponse<String> in = visitor.post("/login", Map.of("name", "L-Back", "password", Visitor.PASSWORD));

        assertThat(led.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/login"));
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/rules/thresholds"));
        assertThat(visitor.cookie("throughline"))
                .as("a new session id")
                .isNotEmpty()
                .isNotEqualTo(before);
    }

    @Test
    void theCookieIsForUsAlone() {
        account("l-cookie", "viewer");
        Visitor visitor = new Visitor(app);
        visitor.get("/login");
        List<String> cookies = visitor.post("/login", Map.of("name", "l-cookie", "password", Visitor.PASSWORD))
                .headers()
                .allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(it -> it.startsWith("throughline="))
                .singleElement()
                .asString()
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Expires", "Max-Age");
        assertThat(visitor.get("/account").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    }

    @Test
    void loggingOutEndsTheSession() {
        account("l-out", "viewer");
        Visitor visitor = Visitor.loggedIn(app, "l-out");
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        String session = visitor.cookie("throughline");

        assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(302);

        HttpResponse<String> again =
                app.send(HttpRequest.newBuilder(app.uri("/account")).header("Cookie", "throughline=" + session));
        assertThat(again.statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        account("l-form", "viewer");
        Visitor visitor = Visitor.loggedIn(app, "l-form");
        HttpRequest.Builder form = HttpRequest.newBuilder(app.uri("/logout"))
                .header("Cookie", "throughline=" + visitor.cookie("throughline"))
                .POST(BodyPublishers.noBody());
        HttpRequest.Builder call = HttpRequest.newBuilder(app.uri("/api/v1/tokens"))
                .header("Cookie", "throughline=" + visitor.cookie("throughline"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));

        assertThat(app.send(form).statusCode()).isEqualTo(403);
        assertThat(app.send(call).body()).contains("urn:throughline:problem:form-not-taken");
        assertThat(visitor.get("/account").statusCode()).as("still in").isEqualTo(200);
    }

    @Test
    void whatAnAdministratorTakesAwayIsGoneAtOnce() {
        account("l-gone", "analyst");
        Visitor visitor = Visitor.loggedIn(app, "l-gone");
        String token = token("l-gone", "read");
        HttpRequest.Builder status = HttpRequest.newBuilder(app.uri("/api/v1/rules/status"));
        assertThat(with(token, status.copy()).statusCode()).isEqualTo(200);

        app.bean(Accounts.class).change("l-gone", new Accounts.Wish(null, null, null, false), null);

        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
        assertThat(with(token, status.copy()).body())
                .contains("of an account that is switched off")
                .contains("urn:throughline:problem:bad-token");
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        account("l-password", "viewer");
        Visitor one = Visitor.loggedIn(app, "l-password");
        Visitor other = Visitor.loggedIn(app, "l-password");
        one.get("/account");

        HttpResponse<String> wrong =
                one.post("/account/password", Map.of("old", "another long one", "password", "a wholly new passphrase"));
        HttpResponse<String> right =
                one.post("/account/password", Map.of("old", Visitor.PASSWORD, "password", "a wholly new passphrase"));

        assertThat(wrong.body())
                .contains("Found another password than the present one, expected the present password.");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(other.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionDoesNotLastForEver() {
        account("l-long", "viewer");
        WhoAsks tomorrow = new WhoAsks(
                new LogIn(true, false),
                app.bean(Accounts.class),
                app.bean(Tokens.class),
                java.time.Duration.ofHours(12),
                java.time.Clock.systemUTC());
        SignedIn fresh = new SignedIn("l-long", 1, Instant.now());
        SignedIn old = new SignedIn("l-long", 1, Instant.now().minusSeconds(12 * 3600 + 1));

        assertThat(tomorrow.isInForce(fresh)).isTrue();
        assertThat(tomorrow.isInForce(old)).isFalse();
    }

    @Test
    void waitsAfterTooManyWrongPasswords() {
        account("l-tries", "viewer");
        Visitor visitor = new Visitor(app);
        visitor.get("/login");
        Map<String, String> wrong = Map.of("name", "l-tries", "password", "not the password");
        String said = "";
        for (int attempt = 0; attempt < 50 && !said.endsWith("/login?wait"); attempt++) {
            said = visitor.post("/login", wrong)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }

        assertThat(said).endsWith("/login?wait");
        assertThat(visitor.get("/login?wait").body())
                .contains("Found more than 10 wrong log-ins in 15 minutes to this account, expected at most what"
                        + " throughline.login.attempts says.");
    }

    @Test
    void saysTheSameOfANameThatIsNotThere() {
        account("l-there", "viewer");
        Visitor visitor = new Visitor(app);
        visitor.get("/login");

        for (String name : List.of("l-there", "l-not-there")) {
            HttpResponse<String> answer = visitor.post("/login", Map.of("name", name, "password", "wrong password"));
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(it -> assertThat(it).endsWith("/login?failed"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short                | a password of 5 characters",
                "aaaaaaaaaaaaaaaaaaaa | a password that is easily guessed",
                "my-password-is-this  | a password that is easily guessed",
                "ada.lovelace-1815    | a password that is easily guessed"
            })
    void takesPasswordsThatAreLongAndNotGuessed(String password, String found) {
        Accounts.Wish wish = new Accounts.Wish(null, password, List.of(), true);

        assertThatThrownBy(() -> app.bean(Accounts.class).create("ada.lovelace", wish, "a test"))
                .isInstanceOfSatisfying(
                        UnfitException.class,
                        e -> assertThat(e.refused().found()).isEqualTo(found));
    }

    @Test
    void keepsPasswordsAndTokensSoThatNobodyReadsThem() {
        account("l-kept", "viewer");
        String token = token("l-kept", "read");
        AccessStore store = app.bean(AccessStore.class);
        ApiToken kept = store.token(token.split("_")[1]).orElseThrow();

        assertThat(store.account("l-kept").orElseThrow().password()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(kept.hash()).hasSize(64).isEqualTo(Secrets.sha256(token.substring("tl_".length() + 13)));
        assertThat(kept.toString() + store.account("l-kept")).doesNotContain(kept.hash(), "argon2");
    }

    @Test
    void aTokenThatIsOverLetsNobodyIn() {
        account("l-token", "viewer");
        String revoked = token("l-token", "read");
        app.bean(Tokens.class).revoke(revoked.split("_")[1], Reader.LOCAL);
        String secret = Secrets.fresh();
        app.bean(AccessStore.class)
                .create(new ApiToken(
                        "0123456789ab",
                        "old",
                        "l-token",
                        Secrets.sha256(secret),
                        Set.of("read"),
                        Instant.EPOCH,
                        "a test",
                        Instant.EPOCH.plusSeconds(60),
                        null));
        HttpRequest.Builder status = HttpRequest.newBuilder(app.uri("/api/v1/rules/status"));
        String good = token("l-token", "read");
        String forged = good.substring(0, good.length() - 4) + (good.endsWith("AAAA") ? "BBBB" : "AAAA");

        assertThat(with(good, status.copy()).statusCode()).isEqualTo(200);
        assertThat(with(revoked, status.copy()).body()).contains("which was revoked");
        assertThat(with("tl_0123456789ab_" + secret, status.copy()).body())
                .contains("in force until 1970-01-01T00:01:00Z");
        assertThat(with(forged, status.copy()).body()).contains("a token that is not known here");
        assertThat(with("nothing", status.copy()).headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"throughline\"");
    }

    @Test
    void aTokenMakesNoneThatIsGoodForMore() {
        account("l-more", "administrator");
        HttpResponse<String> answer = with(
                token("l-more", "admin"),
                HttpRequest.newBuilder(app.uri("/api/v1/tokens"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"x\", \"scopes\": [\"admin\", \"write\"]}")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Found the scopes admin, write, expected of admin.");
    }

    @Test
    void nothingSecretIsInTheLog() {
        account("l-log", "administrator");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        all.addAppender(log);
        try {
            Visitor visitor = Visitor.loggedIn(app, "l-log");
            visitor.get("/account");
            String session = visitor.cookie("throughline");
            visitor.post("/login", Map.of("name", "l-log", "password", "another secret of mine"));
            String token = token("l-log", "admin");
            with(
                    token,
                    HttpRequest.newBuilder(app.uri("/api/v1/users"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    "{\"name\": \"l-new\", \"password\": \"a third secret of mine\"}")));
            with("tl_000000000000_" + Secrets.fresh(), HttpRequest.newBuilder(app.uri("/api/v1/users")));
            String audit = with(token, HttpRequest.newBuilder(app.uri("/api/v1/audit?limit=500")))
                    .body();
            String written = log.list.stream()
                    .map(it -> it.getFormattedMessage()
                            + it.getMDCPropertyMap()
                            + (it.getThrowableProxy() == null
                                    ? ""
                                    : it.getThrowableProxy().getMessage()))
                    .collect(Collectors.joining("\n"));

            assertThat(written + audit)
                    .doesNotContain(
                            Visitor.PASSWORD,
                            "another secret of mine",
                            "a third secret of mine",
                            session,
                            token.substring(16),
                            "$argon2");
            assertThat(audit).contains("POST /api/v1/users", "\"actor\":\"l-log\"", "log in");
        } finally {
            all.detachAppender(log);
        }
    }
}
