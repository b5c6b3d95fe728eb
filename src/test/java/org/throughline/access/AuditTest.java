package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.store.AuditFilter;
import org.throughline.store.AuditLine;
import org.throughline.store.Store;
import org.throughline.store.StoreSettings;
import org.throughline.testkit.RunningApp;

/** What the audit log tells, and that nobody makes it tell something else. */
class AuditTest {

    /** One of its own: where others were refused a hundred times in the last minute, no further refusal is written. */
    @RegisterExtension
    static final RunningApp app = new RunningApp("--throughline.login.mode=required", "--throughline.login.attempts=9");

    private static List<AuditLine> linesOf(String request) {
        return app.bean(AuditLog.class).lines(Long.MAX_VALUE, 500, AuditFilter.ALL).stream()
                .filter(it -> it.request().equals(request))
                .toList();
    }

    /** The answer may be there before the line is: waits for it. */
    private static List<AuditLine> written(String request) {
        List<AuditLine> lines = linesOf(request);
        for (Instant end = Instant.now().plusSeconds(20);
                lines.isEmpty() && Instant.now().isBefore(end); ) {
            Thread.onSpinWait();
            lines = linesOf(request);
        }
        return lines;
    }

    private static void send(String token, String id, HttpRequest.Builder request) {
        app.send(request.header("Authorization", "Bearer " + token).header("X-Request-Id", id));
    }

    @Test
    void tellsWhoDidAndWhoWasRefusedWhat() {
        Accounts accounts = app.bean(Accounts.class);
        accounts.create("a-admin", new Accounts.Wish(null, null, List.of("administrator"), true), "a test");
        String token = app.bean(Tokens.class)
                .create(new Tokens.Wish("audit", List.of("admin", "read"), 1, "a-admin"), Reader.LOCAL)
                .secret();
        Instant before = Instant.now().minusSeconds(1);

        send(
                token,
                "audit-done",
                HttpRequest.newBuilder(app.uri("/api/v1/users"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"a-new\"}")));
        send(token, "audit-refused", HttpRequest.newBuilder(app.uri("/api/v1/portfolios/secret/trend")));
        send(token, "audit-asked", HttpRequest.newBuilder(app.uri("/api/v1/users")));

        assertThat(written("audit-done")).singleElement().satisfies(line -> {
            assertThat(line.at()).isAfter(before);
            assertThat(List.of(line.actor(), line.via(), line.address(), line.action(), line.about(), line.outcome()))
                    .containsExactly("a-admin", "token", "127.0.0.1", "POST /api/v1/users", "/api/v1/users", "done");
        });
        assertThat(written("audit-refused"))
                .singleElement()
                .satisfies(line -> assertThat(
                                List.of(line.actor(), line.action(), line.about(), line.outcome(), line.detail()))
                        .containsExactly(
                                "a-admin",
                                "GET",
                                "/api/v1/portfolios/secret/trend",
                                "refused",
                                "not-allowed: \"a-admin\" with administrator for all"));
        assertThat(linesOf("audit-asked")).as("who only looks is not written").isEmpty();
    }

    @Test
    void holdsNoLineBreaksOfOthers() {
        Visitor visitor = new Visitor(app);
        visitor.get("/login");
        visitor.post("/login", java.util.Map.of("name", "a\nlog in done", "password", "whatever it is"));

        assertThat(app.bean(AuditLog.class).lines(Long.MAX_VALUE, 500, AuditFilter.ALL))
                .noneMatch(line -> line.toString().contains("\n"));
    }

    @Test
    void cannotBeChanged(@TempDir Path folder) throws SQLException {
        try (Store store = Store.open(StoreSettings.in(folder));
                Connection aside = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("throughline.db"));
                Statement sql = aside.createStatement()) {
            store.access().add(new AuditLine(0, Instant.EPOCH, "ada", "token", "::1", "PUT", "/x", "done", "", "1"));

            for (String change : List.of("update audit set actor = 'grace'", "delete from audit")) {
                assertThatThrownBy(() -> sql.executeUpdate(change)).hasMessageContaining("audit is never changed");
            }
            assertThat(store.access().audit(Long.MAX_VALUE, 5, AuditFilter.ALL))
                    .extracting(AuditLine::actor)
                    .containsExactly("ada");
        }
    }
}
