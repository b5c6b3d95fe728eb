package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.throughline.portfolio.Portfolios;
import org.throughline.testkit.Described;
import org.throughline.testkit.RunningApp;

/**
 * Every endpoint, of pages and of the API as it describes itself, x every role x the own and another portfolio x scopes of tokens, over HTTP.
 * What must come out is worked out here from the text of {@code who-may.txt}, not by the code that decides.
 */
class AuthorisationMatrixTest {

    private static final String OWN = "matrix-own";
    private static final String OTHER = "matrix-other";

    /** No portfolio: files that somebody sent to look at them. */
    private static final String SENT = "0123456789abcdef0123456789abcdef";

    /** Who asks, and what was granted to them. */
    private static final Map<String, List<String>> PEOPLE = people();

    @RegisterExtension
    static final RunningApp app = new RunningApp("--throughline.login.mode=required");

    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

    private static Map<String, List<String>> people() {
        Map<String, List<String>> people = new LinkedHashMap<>();
        people.put("m-nothing", List.of());
        people.put("m-viewer", List.of("viewer:" + OWN));
        people.put("m-lead", List.of("lead:" + OWN));
        people.put("m-lead-of-all", List.of("lead"));
        people.put("m-analyst", List.of("analyst"));
        people.put("m-publisher", List.of("publisher"));
        people.put("m-admin", List.of("administrator"));
        return people;
    }

    /** A line of the table, as it stands there. */
    private record Line(String method, String address, Set<String> who, String where, Set<String> scopes) {

        static List<Line> all() {
            List<Line> lines = new ArrayList<>();
            WhoMay.shipped()
                    .rows()
                    .forEach(row -> lines.add(new Line(
                            row.method(),
                            row.address().getPatternString(),
                            row.who(),
                            row.where(),
                            row.scopes().stream().map(Scope::word).collect(java.util.stream.Collectors.toSet()))));
            return lines;
        }

        boolean isOf(String method, String address) {
            return this.address.equals(address) && (this.method.equals(method) || this.method.equals("*"));
        }

        /** Whether grants such as {@code lead:sales} let in, for a portfolio. */
        boolean letsIn(List<String> grants, String portfolio) {
            if (who.contains("anyone")) {
                return true;
            }
            if (who.contains("member") || isOfSnapshots() && portfolio.equals(SENT)) {
                return !grants.isEmpty();
            }
            boolean onAny = where.equals("some");
            boolean onOne = where.startsWith("{") || where.startsWith("?") || isOfSnapshots();
            return grants.stream()
                    .anyMatch(grant -> who.contains(grant.split(":")[0])
                            && (!grant.contains(":") || onAny || onOne && grant.endsWith(":" + portfolio)));
        }

        boolean isOfSnapshots() {
            return where.startsWith("~");
        }

        /** The portfolios for which it may make a difference. */
        List<String> portfolios() {
            if (path(OWN).equals(path(OTHER))) {
                return List.of(OWN);
            }
            return isOfSnapshots() ? List.of(OWN, OTHER, SENT) : List.of(OWN, OTHER);
        }

        String path(String portfolio) {
            String path = where.startsWith("{") ? address.replace(where, portfolio) : address;
            if (isOfSnapshots()) {
                path = address.replace(where.substring(1), portfolio.equals(SENT) ? SENT : portfolio + "~7");
            }
            path = path.replaceAll("\\{\\*[a-z]+}", "/nothing").replaceAll("\\{number}|\\{place}", "7");
            path = path.replaceAll("\\{[a-zA-Z]+}", "nothing")
                    .replace("/**", "/nothing")
                    .replace("//", "/");
            return where.startsWith("?") ? path + "?" + where.substring(1) + "=" + portfolio : path;
        }
    }

    private record Endpoint(String method, String address) {

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    @BeforeAll
    static void letThemIn() {
        Accounts accounts = app.bean(Accounts.class);
        PEOPLE.forEach((name, grants) -> {
            accounts.create(name, new Accounts.Wish(null, Visitor.PASSWORD, grants, true), "a test");
            Visitor visitor = Visitor.loggedIn(app, name);
            visitor.get("/login"); // a page with a form, which gives the token
            VISITORS.put(name, visitor);
        });
    }

    /** Those of our own controllers. */
    private static Set<String> mapped() {
        Set<String> found = new TreeSet<>();
        app.beans(RequestMappingInfoHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.throughline")) {
                        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                                .map(Enum::name)
                                .collect(Collectors.toSet());
                        for (String address : info.getPatternValues()) {
                            (methods.isEmpty() ? Set.of("*") : methods)
                                    .forEach(each -> found.add(new Endpoint(each, address).toString()));
                        }
                    }
                }));
        found.remove("* /error"); // where the server itself goes with what failed
        return found;
    }

    @Test
    void everyEndpointHasALine() {
        Set<String> without = new TreeSet<>(mapped());
        Set<String> described = new TreeSet<>();
        new Described(described()).operations().forEach(it -> described.add(it.method() + " " + it.path()));
        List<Line> lines = Line.all();
        without.removeIf(
                endpoint -> lines.stream().anyMatch(line -> line.isOf(endpoint.split(" ")[0], endpoint.split(" ")[1])));
        described.removeIf(endpoint -> WhoMay.shipped()
                .row(endpoint.split(" ")[0], PathContainer.parsePath(endpoint.split(" ")[1].replaceAll("[{}]", "")))
                .isPresent());

        assertThat(without)
                .as("Endpoints without a line in src/main/resources/org/throughline/access/who-may.txt; its head"
                        + " says how")
                .isEmpty();
        assertThat(described)
                .as("What the API describes and who-may.txt does not")
                .isEmpty();
    }

    private static String described() {
        return VISITORS.get("m-viewer").get("/v3/api-docs").body();
    }

    @Test
    void everyLineIsOfAnEndpoint() {
        Set<String> mapped = mapped();
        Set<String> ours = Line.all().stream()
                .filter(line -> !line.address().contains("**") && !line.method().equals("*"))
                .filter(line -> line.address().matches("/(api|p|portfolios|rules|account|people|audit)(/.*)?"))
                .map(line -> line.method() + " " + line.address())
                .collect(Collectors.toCollection(TreeSet::new));
        ours.removeAll(mapped);

        assertThat(ours)
                .as("Lines of who-may.txt that no endpoint is for any more")
                .isEmpty();
    }

    @Test
    void everyRoleReachesWhatIsItsOwnAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Line line : Line.all()) {
            boolean wouldEndTheSession =
                    line.method().equals("POST") && line.who().contains("anyone");
            if (wouldEndTheSession || line.method().equals("*")) {
                continue;
            }
            for (String portfolio : line.portfolios()) {
                PEOPLE.forEach((name, grants) -> {
                    HttpResponse<String> answer = ask(VISITORS.get(name), line, portfolio);
                    if (isRefused(answer) == line.letsIn(grants, portfolio)) {
                        wrong.add(name + " " + line.method() + " " + line.path(portfolio) + ": " + answer.statusCode());
                    }
                });
            }
        }

        assertThat(wrong).as("Let in and should not be, or the other way round").isEmpty();
    }

    /** What says "some" in the table decides itself: who leads one portfolio has no say in what another is told of. */
    @Test
    void whoLeadsOnePortfolioHooksNoOther() {
        String wish = "{\"url\": \"https://pmo.example.com\", \"portfolio\": \"%s\"}";
        Visitor lead = VISITORS.get("m-lead");
        app.bean(Portfolios.class).create(OWN, "Own", "a test");
        app.bean(Portfolios.class).create(OTHER, "Other", "a test");

        assertThat(hook(lead, wish.formatted(OTHER)).statusCode()).isEqualTo(404);
        assertThat(hook(lead, "{\"url\": \"https://pmo.example.com\"}").statusCode())
                .isEqualTo(404);
        assertThat(hook(lead, wish.formatted(OWN)).statusCode()).isEqualTo(201);
        String others =
                hook(VISITORS.get("m-lead-of-all"), wish.formatted(OTHER)).body();
        String id = others.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1");

        assertThat(id).startsWith("wh-");
        assertThat(lead.get("/api/v1/webhooks").body()).doesNotContain(id).contains("wh-");
        for (String address : List.of("", "/deliveries")) {
            assertThat(lead.get("/api/v1/webhooks/" + id + address).statusCode())
                    .isEqualTo(404);
        }
    }

    private static HttpResponse<String> hook(Visitor visitor, String wish) {
        return visitor.send(HttpRequest.newBuilder(app.uri("/api/v1/webhooks"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish)));
    }

    @Test
    void aJobIsOfWhoAskedForIt() {
        Visitor viewer = VISITORS.get("m-viewer");
        HttpResponse<String> accepted = viewer.send(HttpRequest.newBuilder(app.uri("/api/v1/advice"))
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofString(
                        "{\"use_cases\": [{\"id\": \"a\", \"name\": \"A\", \"stage\": \"pilot\"}]}")));
        String job = accepted.headers().firstValue("Location").orElseThrow();

        assertThat(viewer.get(job + "/events").body()).contains("event:end").contains("\"state\":\"done\"");
        assertThat(viewer.get(job + "/result").statusCode()).isEqualTo(200);
        assertThat(viewer.get("/api/v1/jobs").body()).contains(job.substring("/api/v1/jobs/".length()));
        assertThat(VISITORS.get("m-lead").get("/api/v1/jobs").body()).isEqualTo("{\"items\":[],\"next\":null}");
        for (String part : List.of("", "/events", "/result")) {
            assertThat(VISITORS.get("m-lead").get(job + part).statusCode()).isEqualTo(404);
            assertThat(VISITORS.get("m-admin").get(job + part).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyIsLetInWithoutALogIn() {
        List<String> wrong = new ArrayList<>();
        for (Line line : Line.all()) {
            if (!line.who().contains("anyone")) {
                HttpResponse<String> answer = ask(new Visitor(app), line, OWN);
                boolean isLed = answer.statusCode() == 302
                        && answer.headers().firstValue("Location").orElse("").endsWith("/login");
                boolean isRefused = answer.statusCode() == 401 || answer.statusCode() == 403;
                if (!isLed && !isRefused) {
                    wrong.add(line.method() + " " + line.path(OWN) + ": " + answer.statusCode());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenIsGoodForItsScopesOnly() {
        Accounts accounts = app.bean(Accounts.class);
        accounts.create("m-everything", new Accounts.Wish(null, null, Role.words(), true), "a test");
        Map<String, String> tokens = new LinkedHashMap<>();
        for (String scope : Scope.words()) {
            tokens.put(scope, token("m-everything", scope));
        }
        List<String> wrong = new ArrayList<>();
        for (Line line : Line.all()) {
            if (line.who().contains("anyone") || line.method().equals("*")) {
                continue;
            }
            tokens.forEach((scope, token) -> {
                HttpResponse<String> answer = app.send(request(line, OWN).header("Authorization", "Bearer " + token));
                if (isRefused(answer) == line.scopes().contains(scope)) {
                    wrong.add(scope + " " + line.method() + " " + line.path(OWN) + ": " + answer.statusCode());
                }
            });
        }

        assertThat(wrong)
                .as("Let in with a token of that scope and should not be, or the other way round")
                .isEmpty();
    }

    @Test
    void aTokenIsNoBetterThanItsAccount() {
        String token = token("m-viewer", "write");
        Line line = Line.all().stream()
                .filter(it -> it.isOf("POST", "/api/v1/portfolios/{portfolio}/snapshots"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> answer = app.send(request(line, OWN).header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("\"found\":\"\\\"m-viewer\\\" with viewer for matrix-own\"")
                .contains("\"expected\":\"the role lead for the portfolio \\\"matrix-own\\\"\"");
    }

    @Test
    void whatIsNotInTheTableIsNotThere() {
        assertThat(VISITORS.get("m-admin").get("/api/v1/nothing-like-this").statusCode())
                .isEqualTo(404);
        assertThat(VISITORS.get("m-admin").get("/nothing-like-this").statusCode())
                .isEqualTo(404);
    }

    private static String token(String account, String scope) {
        return app.bean(Tokens.class)
                .create(new Tokens.Wish("matrix", List.of(scope), 1, account), Reader.LOCAL)
                .secret();
    }

    /** In a form that no endpoint takes, so that what is let in does nothing. */
    private static HttpRequest.Builder request(Line line, String portfolio) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.uri(line.path(portfolio)));
        return line.method().equals("GET")
                ? request
                : request.header("Content-Type", "application/x-nothing")
                        .method(line.method().equals("*") ? "POST" : line.method(), BodyPublishers.ofString("nothing"));
    }

    private static HttpResponse<String> ask(Visitor visitor, Line line, String portfolio) {
        return visitor.send(request(line, portfolio));
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        boolean isLedToTheLogIn =
                location.endsWith("/login") && !answer.uri().getPath().equals("/setup");
        return answer.statusCode() == 401 || answer.statusCode() == 403 || isLedToTheLogIn;
    }
}
