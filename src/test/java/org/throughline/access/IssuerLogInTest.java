package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.store.Account;
import org.throughline.testkit.RunningApp;

/** A server whose people log in at their organisation's own issuer, from its first start on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerLogInTest {

    private static final Issuer ISSUER = Issuer.start();
    private static final String CLIENT = "--spring.security.oauth2.client.registration.acme.";

    @RegisterExtension
    static final RunningApp app = new RunningApp(
            CLIENT + "client-id=throughline",
            CLIENT + "client-secret=hush-hush",
            CLIENT + "client-name=ACME",
            CLIENT + "scope=openid,profile",
            "--spring.security.oauth2.client.provider.acme.issuer-uri=" + ISSUER.uri(),
            "--throughline.login.roles.planners=viewer, lead:sales",
            "--throughline.login.roles.method=analyst");

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    /** From our page to the issuer and back; the answer to coming back. */
    private static HttpResponse<String> goThere(Visitor visitor) {
        String authorize =
                visitor.get("/login/with/acme").headers().firstValue("Location").orElseThrow();
        HttpResponse<String> back = app.send(HttpRequest.newBuilder(java.net.URI.create(authorize)));
        return visitor.send(HttpRequest.newBuilder(
                java.net.URI.create(back.headers().firstValue("Location").orElseThrow())));
    }

    @Test
    @Order(1)
    void theFirstAdministratorNeedsTheTokenOfTheConsole() {
        FirstAdministrator first = app.bean(FirstAdministrator.class);
        String token = first.invitation().orElseThrow();
        Visitor visitor = new Visitor(app);
        visitor.get("/setup");
        Map<String, String> form = Map.of("token", token, "name", "root", "password", Visitor.PASSWORD);

        HttpResponse<String> wrong =
                visitor.post("/setup", Map.of("token", "guessed", "name", "root", "password", Visitor.PASSWORD));
        HttpResponse<String> weak = visitor.post("/setup", Map.of("token", token, "name", "root", "password", "short"));
        HttpResponse<String> right = visitor.post("/setup", form);
        HttpResponse<String> again = visitor.post("/setup", form);

        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("Found another token than the one on the console");
        assertThat(weak.body()).contains("Found a password of 5 characters, expected 12 to 128 characters");
        assertThat(right.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/login"));
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(first.invitation()).isEmpty();
        assertThat(Visitor.loggedIn(app, "root").get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void givesTheRolesThatTheIssuersGroupsMean() {
        ISSUER.groups("planners", "football");
        Visitor visitor = new Visitor(app);
        assertThat(visitor.get("/login").body()).contains("With ACME");

        HttpResponse<String> in = goThere(visitor);

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/account").body()).contains("Grace Hopper").contains("viewer, lead:sales");
        Account account = app.bean(Accounts.class).one("grace.hopper").orElseThrow();
        assertThat(account.password()).isNull();
        assertThat(account.subject()).isEqualTo(ISSUER.uri() + "|4711");
        assertThat(visitor.get("/people").statusCode()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void takesRolesAwayWithTheNextLogIn() {
        ISSUER.groups("method");
        Visitor visitor = new Visitor(app);

        goThere(visitor);

        assertThat(app.bean(Accounts.class).one("grace.hopper").orElseThrow().grants())
                .containsExactly(new Account.Grant("analyst", "*"));
    }

    @Test
    @Order(4)
    void refusesWhomTheIssuerDidNotSign() {
        ISSUER.forges(true);
        Visitor visitor = new Visitor(app);
        HttpResponse<String> back = goThere(visitor);
        ISSUER.forges(false);

        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/login?issuer"));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(5)
    void refusesAnAccountThatIsSwitchedOff() {
        app.bean(Accounts.class).change("grace.hopper", new Accounts.Wish(null, null, List.of(), false), null);
        Visitor visitor = new Visitor(app);

        HttpResponse<String> back = goThere(visitor);

        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/login?issuer"));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(302);
    }
}
