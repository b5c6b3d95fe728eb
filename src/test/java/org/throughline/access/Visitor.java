package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.testkit.RunningApp;

/** Somebody with a browser: keeps cookies, and sends forms with the token of the page that they are on. */
final class Visitor {

    static final String PASSWORD = "correct horse battery";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningApp app;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String formToken = "";

    Visitor(RunningApp app) {
        this.app = app;
    }

    /** Logged in, and on a page with a form. */
    static Visitor loggedIn(RunningApp app, String name) {
        Visitor visitor = new Visitor(app);
        visitor.get("/login");
        assertThat(visitor.post("/login", Map.of("name", name, "password", PASSWORD))
                        .statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/icon.svg").statusCode()).isEqualTo(200);
        visitor.formToken = "";
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(app.uri(path)));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!formToken.isEmpty()) {
            all.put("_csrf", formToken);
        }
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return send(HttpRequest.newBuilder(app.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** With the token of the last form in a header, as our own scripts send it. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            StringBuilder all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", all.toString());
        }
        if (!formToken.isEmpty()) {
            request.header("X-XSRF-TOKEN", formToken);
        }
        HttpResponse<String> answer = app.send(request);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        Matcher token = FORM_TOKEN.matcher(answer.body());
        if (token.find()) {
            formToken = token.group(1);
        }
        return answer;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";")[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }
}
